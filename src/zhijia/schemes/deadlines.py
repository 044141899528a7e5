"""Deadlines of the catalogue: the rule of a dated parameter, with its paper, set to work by the engine of `kit`."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from zhijia.kit.deadlines import Deadline, Rule, Unit, Warn
from zhijia.kit.deadlines import deadline as worked_out
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.workdays import WorkCalendar
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.codes import Trust

Way = Literal["after", "before"]
UNITS: dict[str, Unit] = {"工作日": "workdays", "天": "days", "月": "months", "年": "years"}
NO_UNIT = gettext_noop("参数“%(title)s”的单位是%(unit)s，不能用来计算期限；可用的单位：%(known)s。")


@dataclass(frozen=True)
class DeadlineRule:
    """What a parameter says on a day: its name, the rule as numbers, the paper it stands in and how far it is trusted."""

    key: str
    title: str
    rule: Rule
    source: str
    trust: Trust


def rule_of(parameter: str, on: dt.date, way: Way = "after") -> DeadlineRule:
    """The rule in force on the day of the event; Problem when the parameter is not a length of time."""
    held, value = catalogue().parameters[parameter], catalogue().parameter(parameter, on)
    if held.unit not in UNITS:
        raise Problem(NO_UNIT, title=held.title, unit=held.unit, known="、".join(UNITS))
    rule = Rule(int(value.value), UNITS[held.unit], before=way == "before")
    return DeadlineRule(parameter, held.title, rule, value.source, value.trust)


def deadline(parameter: str, event: dt.date, way: Way = "after", *, more: int = 0) -> Deadline:
    """The last day by the parameter in force on the day of the event; `more` is an extension in the same unit."""
    return worked_out(event, rule_of(parameter, event, way).rule, work_calendar(), more=more)


def work_calendar() -> WorkCalendar:
    """The published calendar with the years and days the county has entered itself."""
    return WorkCalendar({year: entry.days for year, entry in catalogue().holidays.items()})


def warning(on: dt.date) -> Warn:
    """From when the county calls a deadline near, unless a rule of its own says otherwise."""
    book = catalogue()
    return Warn(int(book.number("deadline.warn-days", on)), int(book.number("deadline.warn-share", on)))


def warning_of(parameter: str, on: dt.date) -> Warn:
    """A warning so many days ahead as the parameter says."""
    return Warn(int(catalogue().number(parameter, on)))
