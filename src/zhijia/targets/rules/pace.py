"""How much of a year's target is due on a day (序时进度)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from zhijia.schemes.plans import Pace

WHOLE = Fraction(1)
NOTHING = Fraction(0)


def pace_of(kind: Pace, milestones: Mapping[str, Decimal], year: int, due: dt.date, on: dt.date) -> Fraction:
    """The share (0..1) of the year's target that was due on a day (序时进度).

    linear: by days from New Year to `due`. milestones: 'MM-DD' -> percent, in between by days, from nothing at New
    Year. seasonal: the same, but nothing falls due before the first milestone. From `due` on everything is due.
    """
    if on >= due:
        return WHOLE
    start = dt.date(year - 1, 12, 31)
    points = [] if kind == "seasonal" else [(start, NOTHING)]
    if kind != "linear":
        listed = sorted((_day_in(year, key), Fraction(value) / 100) for key, value in milestones.items())
        points += [(day, min(share, WHOLE)) for day, share in listed if start < day < due]
    points.append((due, WHOLE))
    return _between(points, on)


def _day_in(year: int, key: str) -> dt.date:
    month, day = key.split("-")
    return dt.date(year, int(month), int(day))


def _between(points: Sequence[tuple[dt.date, Fraction]], on: dt.date) -> Fraction:
    """On the line between the two points around the day; nothing before the first."""
    for (left, low), (right, high) in pairwise(points):
        if left <= on < right:
            return low + (high - low) * Fraction((on - left).days, (right - left).days)
    return NOTHING
