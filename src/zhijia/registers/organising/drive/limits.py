"""The county's numbers for the founding drive on a day, read from the catalogue."""

import datetime as dt

from zhijia.registers.organising.drive.rules.ladder import Terms, Unit
from zhijia.registers.organising.drive.rules.priority import Limits
from zhijia.schemes.catalogue import catalogue

WAITS: tuple[tuple[str, str, Unit], ...] = (
    ("N0", "nail.wait-n0-days", "days"),
    ("N1", "nail.wait-n1-workdays", "workdays"),
    ("N2", "nail.wait-n2-workdays", "workdays"),
    ("N3", "nail.wait-n3-days", "days"),
)


def number(key: str, on: dt.date) -> int:
    """A whole number of the catalogue."""
    return int(catalogue().number(key, on))


def limits_on(on: dt.date) -> Limits:
    """Sizes that set the priority."""
    return Limits(
        first=number("founding.first-employees", on),
        high=number("founding.priority-employees", on),
        middle=number("founding.middle-employees", on),
        new_months=number("survey.new-unit-months", on),
    )


def terms_on(on: dt.date) -> Terms:
    """Visits, waits and labels of the ladder."""
    entries = catalogue().codes["nail-level"].entries
    return Terms(
        visits=number("nail.visits", on),
        gap_days=number("nail.visit-gap-days", on),
        waits={level: (number(key, on), unit) for level, key, unit in WAITS},
        fund=bool(number("nail.fund-enabled", on)),
        labels={code: entry.label for code, entry in entries.items()},
    )
