"""Scores and places of a circular: arithmetic only."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

CENT = Decimal("0.01")


@dataclass(frozen=True)
class ScoreLine:
    """One target of a unit: its weight, the share reached and the share due (1 = the year's target).

    `reached` None: nothing in scope, the line is left out and the other weights are scaled up.
    """

    weight: Decimal
    reached: Fraction | None
    due: Fraction


def score_of(lines: Sequence[ScoreLine]) -> Decimal | None:
    """100 x weighted mean of min(1, reached / due) over the lines in scope, two decimals, half up; None without any.

    A line of which nothing is due yet counts as reached.
    """
    counted = [line for line in lines if line.reached is not None and line.weight > 0]
    weight = sum((Fraction(line.weight) for line in counted), Fraction(0))
    if not weight:
        return None
    points = sum((Fraction(line.weight) * _part(line) for line in counted), Fraction(0))
    exact = points * 100 / weight
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(CENT, ROUND_HALF_UP)


def _part(line: ScoreLine) -> Fraction:
    assert line.reached is not None
    return min(Fraction(1), max(Fraction(0), line.reached) / line.due) if line.due > 0 else Fraction(1)
