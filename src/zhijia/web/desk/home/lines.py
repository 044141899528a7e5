"""A line of the desk, and the protocol by which a part of the house offers lines: a function of the post and the day."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from zhijia.accounts.queries import Post
from zhijia.kit.deadlines import State
from zhijia.web.desk.due_lights import due_light


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
    """A line with its light by the calendar: overdue, today, or so many days left."""
    state = State.OVERDUE if due < on else State.DUE if due == on else State.NEAR
    return DeskLine(label, url, due, *due_light(state, due, on))


def gather(providers: Sequence[Provider], post: Post, on: dt.date) -> list[DeskLine]:
    """All lines of all providers, in the order of their days, those without a day last."""
    lines = [line for provider in providers for line in provider(post, on)]
    return sorted(lines, key=lambda line: (line.due is None, line.due or on))
