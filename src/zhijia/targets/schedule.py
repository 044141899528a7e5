"""How the county's catalogue says a target runs: its task name, its pace, its thresholds on a day."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, cast

from zhijia.indicators.queries import title_of
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.plans import Pace, PlanLine
from zhijia.targets.rules import pace_of

TEMPLATE = "yearly"


class Paced(Protocol):
    """A target, seen from its schedule."""

    pace: str
    milestones: Mapping[str, str]
    year: int
    due: dt.date


def line_for(indicator: str) -> PlanLine:
    """The template's line of an indicator; an indicator the template does not name runs evenly over the year."""
    template = catalogue().plans.get(TEMPLATE)
    found = template.line_of(indicator) if template else None
    if found:
        return found
    known = catalogue().indicators.get(indicator)
    rate = known is not None and known.unit == "percent"
    return PlanLine(indicator=indicator, task=title_of(indicator), split="same-value" if rate else "equal")


def due_share(target: Paced, on: dt.date) -> Fraction:
    """The share of a target that was due on a day."""
    milestones = {key: Decimal(value) for key, value in target.milestones.items()}
    return pace_of(cast(Pace, target.pace), milestones, target.year, target.due, on)


def column_order(indicators: set[str]) -> list[str]:
    """Indicators as the template lists them, then the others as the catalogue does, last those that have left it."""
    template = catalogue().plans.get(TEMPLATE)
    listed = [line.indicator for line in template.lines] if template else []
    rest = [key for key in catalogue().indicators if key not in listed]
    gone = sorted(indicators.difference(listed, rest))
    return [key for key in (*listed, *rest, *gone) if key in indicators]


def is_counted(indicator: str) -> bool:
    """Whether the catalogue still says how this indicator is counted."""
    return indicator in catalogue().indicators
