"""The one deadline engine of the house: from an event and a rule to the last day, its state, and why it is this day.

Civil Code art. 201: the day of the event is not counted. Art. 203: a last day in 天 that is a rest day moves to the
first worked day after it; working days skip rest days. County setting "dates" (unverified): months and years end on
the corresponding day, clipped at the end of the month, and are not moved; periods counted back from an event are not
moved; an extension runs from the original start, not from the moved end.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from zhijia.kit.bad_input import BadInput
from zhijia.kit.period import add_months
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.workdays import WorkCalendar

Unit = Literal["days", "workdays", "months", "years"]
BAD_COUNT = gettext_noop("期限的数量应为正整数，现为 %(count)s，请核对。")
SET = gettext_noop("文件规定的日期是%(due)s。")
EXTENDED = gettext_noop("原到%(old)s，经批准延长，仍从原起点连续计算：%(why)s")
DAYS = gettext_noop("从%(event)s的次日起算，满%(count)s天是%(due)s。")
MOVED = gettext_noop("从%(event)s的次日起算，满%(count)s天是%(counted)s，当天休息，顺延到其后第一个工作日%(due)s。")
WORKDAYS = gettext_noop("从%(event)s的次日起算，满%(count)s个工作日是%(due)s，休息日不计，调休上班日计入。")
MONTHS = gettext_noop("%(event)s起%(count)s个月，到对应的%(due)s。")
CLIPPED_MONTHS = gettext_noop("%(event)s起%(count)s个月，当月没有对应的日子，取月末%(due)s。")
YEARS = gettext_noop("%(event)s起%(count)s年，到对应的%(due)s。")
CLIPPED_YEARS = gettext_noop("%(event)s起%(count)s年，当月没有对应的日子，取月末%(due)s。")
DAYS_BEFORE = gettext_noop("%(event)s之前%(count)s天是%(due)s，倒计的日期不因休息移动。")
WORKDAYS_BEFORE = gettext_noop("%(event)s之前第%(count)s个工作日是%(due)s。")
MONTHS_BEFORE = gettext_noop("%(event)s之前%(count)s个月是%(due)s，倒计的日期不因休息移动。")
YEARS_BEFORE = gettext_noop("%(event)s之前%(count)s年是%(due)s，倒计的日期不因休息移动。")


class State(enum.StrEnum):
    """Where a deadline stands on a day."""

    OPEN = "open"
    EXTENDED = "extended"
    NEAR = "near"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Rule:
    """So many days, working days, months or years after an event, or counted back from it (`before`)."""

    count: int
    unit: Unit
    before: bool = False

    def __post_init__(self) -> None:
        if self.count < 1:
            raise BadInput("bad_day_count", BAD_COUNT, count=self.count)


@dataclass(frozen=True, slots=True)
class Warn:
    """From when a deadline is near: `days` before it, or `share` per cent of the whole period when that is longer."""

    days: int
    share: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A worked-out last day. `counted`: before it was moved off a rest day; `rule` None: the day itself was set.

    `original`: the last day before an extension.
    """

    due: date
    counted: date
    event: date | None = None
    rule: Rule | None = None
    original: date | None = None

    def near_from(self, warn: Warn) -> date:
        """The first day on which it is near."""
        period = (self.due - self.event).days if self.event is not None and self.due > self.event else 0
        return self.due - timedelta(days=max(warn.days, -(-period * warn.share // 100)))

    def state(self, on: date, warn: Warn, done_on: date | None = None) -> State:
        """Where it stands on a day; `done_on`: when it was met."""
        if done_on is not None and done_on <= on:
            return State.DONE if done_on <= self.due else State.LATE
        if on > self.due:
            return State.OVERDUE
        if on == self.due:
            return State.DUE
        if on >= self.near_from(warn):
            return State.NEAR
        return State.EXTENDED if self.original else State.OPEN

    def why(self) -> Problem:
        """The sentence that tells why it is this day."""
        if self.rule is None or self.event is None:
            told = Problem(SET, due=self.due)
        else:
            values = {"event": self.event, "count": self.rule.count, "due": self.due, "counted": self.counted}
            told = Problem(self._template(self.rule), **values)
        return Problem(EXTENDED, old=self.original, why=told) if self.original else told

    def _template(self, rule: Rule) -> str:
        if rule.before:
            back = {"days": DAYS_BEFORE, "workdays": WORKDAYS_BEFORE, "months": MONTHS_BEFORE, "years": YEARS_BEFORE}
            return back[rule.unit]
        clipped = self.event is not None and self.due.day != self.event.day
        match rule.unit:
            case "days":
                return DAYS if self.counted == self.due else MOVED
            case "workdays":
                return WORKDAYS
            case "months":
                return CLIPPED_MONTHS if clipped else MONTHS
        return CLIPPED_YEARS if clipped else YEARS


def deadline(event: date, rule: Rule, calendar: WorkCalendar, *, more: int = 0) -> Deadline:
    """The last day of a period after (or before) an event; `more` lengthens it from the same start.

    BadInput `unknown_year` when a rest day has to be known in a year whose calendar nobody has published.
    """
    plain = _counted(event, rule, calendar)
    if not more:
        return plain
    longer = _counted(event, replace(rule, count=rule.count + more), calendar)
    return replace(longer, original=plain.due)


def set_day(due: date, *, event: date | None = None, original: date | None = None) -> Deadline:
    """A last day that a paper names itself; it is never moved. `original`: the day it replaced by an extension."""
    return Deadline(due, due, event, original=original if original != due else None)


def _counted(event: date, rule: Rule, calendar: WorkCalendar) -> Deadline:
    count = -rule.count if rule.before else rule.count
    match rule.unit:
        case "workdays":
            last = calendar.workday_before(event, rule.count) if rule.before else calendar.last_workday(event, count)
        case "days":
            last = event + timedelta(days=count)
        case "months" | "years":
            last = add_months(event, count * (12 if rule.unit == "years" else 1))
    moves = rule.unit == "days" and not rule.before
    return Deadline(calendar.next_workday(last) if moves else last, last, event, rule)
