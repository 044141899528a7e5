"""What a sheet is scored from: figures, survey answers and judgements, as plain numbers."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple


class Value(NamedTuple):
    """A count, or a rate by its two sides; 100 x top / bottom is the percentage."""

    top: int
    bottom: int | None = None

    @property
    def exact(self) -> Fraction | None:
        """The count or the percentage; None for a rate without a denominator."""
        if self.bottom is None:
            return Fraction(self.top)
        return Fraction(self.top * 100, self.bottom) if self.bottom else None


NOTHING = Value(0)
# Numbers of an edition are turned into exact ones once, not once per unit scored.
exactly = functools.cache(Fraction)


@dataclass(frozen=True)
class Seen:
    """Evidence of one unit. A question nobody was asked, and a part nobody judged, are absent.

    `judged`: part key -> share of its points, 0 to 1.
    """

    figures: Mapping[str, Value]
    surveys: Mapping[str, Value] = field(default_factory=dict)
    judged: Mapping[str, Fraction] = field(default_factory=dict)

    def figure(self, key: str) -> Value:
        """A figure; nothing counted when it is not there."""
        return self.figures.get(key, NOTHING)


@dataclass(frozen=True)
class Record:
    """What a unit held before: its present band (0: none), for how many whole months, and whether it was ever rated.

    `months` counts how long at least each band was held without a break.
    """

    star: int = 0
    months: Mapping[int, int] = field(default_factory=dict)
    rated: bool = False


def plain(number: Fraction | Decimal | int, places: int = 2) -> str:
    """A number as people write it: up to two decimals, no zeros behind."""
    exact = Fraction(number)
    scaled = exact * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = f"{whole / 10**places:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(value: Value) -> str:
    """A value as people write it, percent with its sign; a dash for a rate of nothing."""
    exact = value.exact
    if exact is None:
        return "—"
    return f"{plain(exact)}%" if value.bottom is not None else plain(exact)
