"""A month or week laid out in days: what falls due on each, and whether it is worked."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhijia.kit.period import Span, days_between
from zhijia.kit.problem import Problem
from zhijia.kit.workdays import WorkCalendar
from zhijia.registers.base.dues import Due
from zhijia.web.desk.doors import door_of
from zhijia.web.desk.due_lights import due_light

IN_A_CELL = 3


@dataclass(frozen=True)
class Line:
    """One due as the page shows it."""

    due: Due
    label: str
    url: str
    light: str
    word: str


@dataclass(frozen=True)
class Day:
    """One day: its lines; `rest` marks a rest day (None: the year's calendar is not out)."""

    on: dt.date
    lines: Sequence[Line]
    inside: bool
    rest: bool | None

    @property
    def shown(self) -> Sequence[Line]:
        """What a cell of the grid has room for."""
        return self.lines[:IN_A_CELL]

    @property
    def more(self) -> int:
        """How many lines the cell leaves out."""
        return max(0, len(self.lines) - IN_A_CELL)

    @property
    def made_up(self) -> bool:
        """A Saturday or Sunday that is worked."""
        return self.rest is False and self.on.weekday() >= 5


def line_of(due: Due, on: dt.date) -> Line:
    """The due with its light and its page."""
    return Line(due, due.named or due.what, door_of(due.subject, due.number), *due_light(due.state, due.due, on))


def days_of(span: Span, lines: Iterable[Line], calendar: WorkCalendar, inside: Span | None = None) -> list[Day]:
    """Every day of the span in order; `inside`: the month the grid is about."""
    by_day: dict[dt.date, list[Line]] = defaultdict(list)
    for line in lines:
        by_day[line.due.due].append(line)
    month = inside or span
    return [Day(day, by_day[day], day in month, _rest(day, calendar)) for day in days_between(span.first, span.last)]


def weeks_of(month: Span, lines: Iterable[Line], calendar: WorkCalendar) -> list[list[Day]]:
    """Whole weeks from Monday that cover the month."""
    first = month.first - dt.timedelta(days=month.first.weekday())
    last = month.last + dt.timedelta(days=6 - month.last.weekday())
    days = days_of(Span(first, last), lines, calendar, month)
    return [days[at : at + 7] for at in range(0, len(days), 7)]


def _rest(day: dt.date, calendar: WorkCalendar) -> bool | None:
    try:
        return not calendar.is_workday(day)
    except Problem:
        return None
