"""Places of units in a circular: arithmetic only."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

Unit = TypeVar("Unit")


@dataclass(frozen=True)
class Placed(Generic[Unit]):
    """A unit in the ranking."""

    unit: Unit
    score: Decimal
    place: int
    shared: bool


def ranked(scored: Sequence[tuple[Unit, Decimal, tuple[object, ...]]]) -> list[Placed[Unit]]:
    """Units by score, highest first; equal scores share the place and the next place is skipped (1, 2, 2, 4).

    The third item orders units inside a tie (smallest first) and never changes a place.
    """
    ordered = sorted(scored, key=lambda item: (-item[1], item[2]))
    scores = [score for _, score, _ in ordered]
    return [
        Placed(unit, score, scores.index(score) + 1, scores.count(score) > 1) for unit, score, _ in ordered
    ]  # fmt: skip
