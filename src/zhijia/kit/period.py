"""Periods of the union's year: month, quarter, half-year and year, as plans, returns and circulars name them.

Also the county's reading of "n months later": the corresponding day, clipped at the end of the month
(county setting "dates", see the rules for deadlines in `workdays`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop

Kind = Literal["month", "quarter", "half", "year"]

MONTHS_IN: dict[Kind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ORDINALS = "一二三四"
_HALVES = "上下"
_KEY = re.compile(r"(\d{4})(?:-(?:(Q)([1-4])|(H)([12])|(0[1-9]|1[0-2])))?")
_LABEL = re.compile(r"(\d{4})年(?:第?([一二三四1-4])季度|([上下])半年|(0?[1-9]|1[0-2])月(?:份)?|度)?")
_BAD = gettext_noop("“%(text)s”不是可识别的期间，请写成 2014、2014-06、2014-Q3、2014-H1 或“2014年第三季度”。")
_RANGE = gettext_noop("年份 %(year)s 超出范围，请填写 1900 至 9998 之间的年份。")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a span ends before it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.last - self.first).days + 1

    def meets(self, other: Span) -> bool:
        """Do the two share at least one day?"""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Period:
    """One month, quarter, half or year. `index` counts from 1 within the year and is 1 for a year."""

    kind: Kind
    year: int
    index: int = 1

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 9998:
            raise BadInput("year_out_of_range", _RANGE, year=self.year)
        if not 1 <= self.index <= 12 // MONTHS_IN[self.kind]:
            raise BadInput("bad_period", _BAD, text=f"{self.year}-{self.kind}-{self.index}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a key ('2014-Q3') or a label ('2014年第三季度'); raises BadInput `bad_period`."""
        text = text.strip()
        if found := _KEY.fullmatch(text):
            year, _, quarter, _, half, month = found.groups()
        elif found := _LABEL.fullmatch(text):
            year, quarter, half, month = found.groups()
            quarter = quarter and str(_ORDINALS.find(quarter) + 1 or quarter)
            half = half and str(_HALVES.index(half) + 1)
        else:
            raise BadInput("bad_period", _BAD, text=text)
        for kind, index in (("month", month), ("quarter", quarter), ("half", half)):
            if index:
                return cls(cast(Kind, kind), int(year), int(index))
        return cls("year", int(year))

    @classmethod
    def of(cls, kind: Kind, day: date) -> Period:
        """The period of that kind in which the day lies."""
        return cls(kind, day.year, (day.month - 1) // MONTHS_IN[kind] + 1)

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, (self.index - 1) * MONTHS_IN[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """Last day, included."""
        return month_end(date(self.year, self.index * MONTHS_IN[self.kind], 1))

    @property
    def span(self) -> Span:
        """First and last day."""
        return Span(self.start, self.end)

    @property
    def key(self) -> str:
        """Stored and sorted form: '2014', '2014-06', '2014-Q3', '2014-H1'."""
        marks = {"month": f"-{self.index:02d}", "quarter": f"-Q{self.index}", "half": f"-H{self.index}"}
        return f"{self.year}{marks.get(self.kind, '')}"

    @property
    def label(self) -> str:
        """The form used in papers: '2014年', '2014年6月', '2014年第三季度', '2014年上半年'."""
        match self.kind:
            case "month":
                return f"{self.year}年{self.index}月"
            case "quarter":
                return f"{self.year}年第{_ORDINALS[self.index - 1]}季度"
            case "half":
                return f"{self.year}年{_HALVES[self.index - 1]}半年"
        return f"{self.year}年"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def previous(self) -> Period:
        """The period of the same kind just before (环比)."""
        return Period.of(self.kind, self.start - timedelta(days=1))

    def following(self) -> Period:
        """The period of the same kind just after."""
        return Period.of(self.kind, self.end + timedelta(days=1))

    def same_last_year(self) -> Period:
        """The same period a year earlier (同比)."""
        return Period(self.kind, self.year - 1, self.index)

    def months(self) -> list[Period]:
        """The months it is made of, in order."""
        return [Period("month", self.year, n) for n in range(self.start.month, self.end.month + 1)]


def months_of(year: int) -> list[Period]:
    """The twelve months of a year."""
    return Period("year", year).months()


def quarter_of(day: date) -> Period:
    """The quarter in which the day lies."""
    return Period.of("quarter", day)


def month_end(day: date) -> date:
    """Last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_ends(until: date, n: int) -> list[date]:
    """The last `n` month ends on or before `until`, oldest first."""
    latest = until if until == month_end(until) else until.replace(day=1) - timedelta(days=1)
    return [month_end(add_months(latest.replace(day=1), -back)) for back in range(n - 1, -1, -1)]


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months on (or back), clipped: 31 January + 1 = 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The corresponding day so many years on; 29 February falls on the 28th in common years."""
    return add_months(day, 12 * years)


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
