"""The burden meter (减负计量): papers and general meetings of the year against the limits of the rules."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhijia.accounts.models import Post
from zhijia.evidence.papers import papers_by_series
from zhijia.registers.base.queries import rows_for
from zhijia.registers.organising.meetings import MEETINGS
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.parameters import DatedValue

SYSTEM, PAPERS = "burden.system-meetings", "burden.papers-of-last-year"


@dataclass(frozen=True)
class Load:
    """One burden: this year, the year before, and the limit with its paper (None: no rule on that day)."""

    count: int
    before: int
    limit: int | None
    rule: DatedValue | None
    ahead: DatedValue | None = None

    @property
    def over(self) -> bool:
        """Beyond the limit."""
        return self.limit is not None and self.count > self.limit


def system_meetings(post: Post, year: int, on: dt.date) -> Load:
    """Meetings of the whole system held this year and last, against the yearly limit."""
    rows = rows_for(MEETINGS, post).filter(kind="SYSTEM")
    this, last = (rows.filter(held_on__year=each, held_on__lte=on).count() for each in (year, year - 1))
    return _load(this, last, SYSTEM, on, None)


def papers_issued(year: int, on: dt.date) -> tuple[Load, Sequence[tuple[str, int, int]]]:
    """Papers issued this year against the whole of last year, in all and by series (this year, last year)."""
    this, last = papers_by_series(year, on), papers_by_series(year - 1, dt.date(year - 1, 12, 31))
    lines = [(series, this.get(series, 0), last.get(series, 0)) for series in _names(this, last)]
    return _load(sum(this.values()), sum(last.values()), PAPERS, on, sum(last.values())), lines


def _names(*counted: Iterable[str]) -> list[str]:
    return sorted({name for names in counted for name in names})


def _load(count: int, before: int, key: str, on: dt.date, whole: int | None) -> Load:
    """`whole`: what the limit is a percentage of; None: the limit is the number itself."""
    values = catalogue().parameters[key].values
    rule = next((value for value in reversed(values) if value.since <= on), None)
    if rule is None:
        return Load(count, before, None, None, values[0])
    limit = int(rule.value) if whole is None else whole * int(rule.value) // 100
    return Load(count, before, limit, rule)
