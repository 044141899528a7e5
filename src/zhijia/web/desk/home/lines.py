"""A line of the desk, and the protocol by which a part of the house offers lines: a function of the post and the day."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post


@dataclass(frozen=True)
class DeskLine:
    """One thing that awaits the post: what it is, the page where it is done, by when; `light` as in components."""

    label: str
    url: str
    due: dt.date | None = None
    light: str = ""
    word: str = ""


# Nothing is stored as a to-do: each provider works its lines out, in a fixed number of queries, most urgent first.
Provider = Callable[[Post, dt.date], Iterable[DeskLine]]


def due_line(label: str, url: str, due: dt.date, on: dt.date) -> DeskLine:
    """A line with its light by the calendar: overdue, or so many days left."""
    left = (due - on).days
    if left < 0:
        return DeskLine(label, url, due, "overdue", _("逾期%(days)s天") % {"days": -left})
    return DeskLine(label, url, due, "blue", _("剩余%(days)s天") % {"days": left})


def gather(providers: Sequence[Provider], post: Post, on: dt.date) -> list[DeskLine]:
    """All lines of all providers, in the order of their days, those without a day last."""
    lines = [line for provider in providers for line in provider(post, on)]
    return sorted(lines, key=lambda line: (line.due is None, line.due or on))
