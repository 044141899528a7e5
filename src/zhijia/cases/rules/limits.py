"""The numbers that govern one case: the values of its edition's parameters on the day of application."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from zhijia.kit.deadlines import Rule, deadline
from zhijia.kit.workdays import WorkCalendar
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions import Rulebook
from zhijia.schemes.steps import Step


@dataclass(frozen=True)
class Limits:
    """`numbers`: value of each parameter the edition names; `near_days`: from how many days before a limit it is near;
    `book`: what the edition's conditions are judged with."""

    numbers: Mapping[str, int]
    near_days: int
    calendar: WorkCalendar
    book: Rulebook = field(default_factory=lambda: Rulebook({}, {}, {}, {}, dt.date.min))

    def number(self, word: int | str) -> int:
        """A plain number, or the value of a parameter."""
        return word if isinstance(word, int) else self.numbers[word]

    def due(self, step: Step, done: Mapping[str, dt.date], entered: dt.date) -> dt.date | None:
        """Last day for a step, from the day named by `since` or from when it was reached; None without a limit.

        BadInput `unknown_year` when the working days of a year are needed that nobody has published.
        """
        count = self.number(step.days)
        if not count:
            return None
        start = done.get(step.since, entered)
        return deadline(start, Rule(count, step.counting), self.calendar).due

    def last_of_notice(self, step: Step, opens: dt.date) -> dt.date:
        """The earliest last day of a notice that begins to hang on `opens` (that day is not counted)."""
        count = self.number(step.hold_days)
        return deadline(opens, Rule(count, step.counting), self.calendar).due

    def appeal_until(self, edition: CaseEdition, ending: str, ended: dt.date) -> dt.date | None:
        """Last day to appeal against an ending; None when it allows no appeal."""
        count = self.number(edition.endings[ending].appeal_days) if ending in edition.endings else 0
        return deadline(ended, Rule(count, "days"), self.calendar).due if count else None
