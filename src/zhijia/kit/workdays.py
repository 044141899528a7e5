"""Working days by the state's holiday calendar, and the ends of periods counted in days.

County setting "dates" (unverified): the start day is not counted; a last day in 天 moves off rest days, where
make-up Saturdays are working days; periods in months and years end on the corresponding day and are not moved; an
extension runs from the original start. A year whose calendar is not yet published is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop

_UNKNOWN_YEAR = gettext_noop(
    "%(year)s 年的节假日安排尚未录入，无法计算工作日，请在制度目录的 holidays 文件夹中补录后再试。"
)
_BAD_COUNT = gettext_noop("天数应为正整数，现为 %(count)s，请核对。")
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The published calendar, plus what the county has entered itself.

    `added` gives for a later year its departures from the plain week: True for a working Saturday or Sunday,
    False for a holiday on a weekday. An entry for a published year overrides it.
    """

    added: Mapping[int, Mapping[date, bool]] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Is it worked? BadInput `unknown_year` when nobody has said so yet."""
        own = self.added.get(day.year)
        if own is not None and day in own:
            return own[day]
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as unknown:
            if own is None:
                raise BadInput("unknown_year", _UNKNOWN_YEAR, year=day.year) from unknown
            return day.weekday() < 5

    def next_workday(self, day: date) -> date:
        """The day itself if it is worked, else the first worked day after it."""
        while not self.is_workday(day):
            day += _ONE
        return day

    def last_day(self, start: date, days: int) -> date:
        """Last day of a period of so many 天 from `start`, moved off rest days."""
        _check(days)
        return self.next_workday(start + timedelta(days=days))

    def last_workday(self, start: date, workdays: int) -> date:
        """Last day of a period of so many 工作日 from `start`."""
        _check(workdays)
        day = start
        while workdays:
            day += _ONE
            workdays -= self.is_workday(day)
        return day

    def workday_before(self, event: date, workdays: int) -> date:
        """The worked day so many 工作日 before `event`, the event's own day not counted."""
        _check(workdays)
        day = event
        while workdays:
            day -= _ONE
            workdays -= self.is_workday(day)
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Worked days after `start` up to and including `end`; negative when the end lies before."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def _check(count: int) -> None:
    if count < 1:
        raise BadInput("bad_day_count", _BAD_COUNT, count=count)
