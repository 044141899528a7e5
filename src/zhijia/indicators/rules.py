"""What a figure is: a numerator, perhaps a denominator, and the way back to the rows that were counted."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from zhijia.kit.money import FEN_A_YUAN
from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Indicator

# Sums of money are counted in whole fen and told in yuan.
YUAN = "元"


class Figure(NamedTuple):
    """One computed figure of one organisation, or of one group of units below it (`group`).

    Ratios keep top and bottom; a percentage exists only on paper. A median keeps the values it is the middle of
    (`spread`, sorted): `top` is the middle one, half rounded up; without values `bottom` is 0, as for an empty ratio.
    """

    indicator: str
    organisation: int
    window: Window
    top: int
    bottom: int | None
    unit: str
    group: str = ""
    spread: tuple[int, ...] | None = None

    @property
    def value(self) -> Fraction | None:
        """Exact value: the count (yuan of a sum in fen), or 100 x top / bottom; None without anything to divide by."""
        if self.bottom is None:
            return Fraction(self.top, FEN_A_YUAN) if self.unit == YUAN else Fraction(self.top)
        return Fraction(self.top * 100, self.bottom) if self.bottom else None

    @property
    def is_rate(self) -> bool:
        """Whether the figure is a percentage."""
        return self.bottom is not None and self.spread is None

    @property
    def rows(self) -> int:
        """How many things stand behind the numerator (for a summed field: their sum)."""
        return self.top if self.spread is None else len(self.spread)


def added(figures: Sequence[Figure], organisation: int, group: str) -> Figure:
    """The figure of a group: numerators and denominators of its members added. ValueError without members."""
    if not figures:
        raise ValueError("no members")
    if figures[0].spread is not None:
        spread = tuple(sorted(value for figure in figures for value in figure.spread or ()))
        return middle_of(figures[0]._replace(organisation=organisation, group=group), spread)
    bottom = sum(figure.bottom or 0 for figure in figures) if figures[0].is_rate else None
    top = sum(figure.top for figure in figures)
    return figures[0]._replace(organisation=organisation, top=top, bottom=bottom, group=group)


def middle_of(figure: Figure, spread: tuple[int, ...]) -> Figure:
    """The figure as the median of sorted values."""
    if not spread:
        return figure._replace(top=0, bottom=0, spread=())
    half = len(spread) // 2
    top = spread[half] if len(spread) % 2 else -(-(spread[half - 1] + spread[half]) // 2)
    return figure._replace(top=top, bottom=None, spread=spread)


def figure_of(indicator: Indicator, organisation: int, window: Window, top: int, bottom: int) -> Figure:
    """The figure of an organisation from its counted rows; `bottom` is ignored for plain counts."""
    has_bottom = indicator.measures.bottom is not None
    return Figure(
        indicator=indicator.indicator,
        organisation=organisation,
        window=window,
        top=top,
        bottom=bottom if has_bottom else None,
        unit=indicator.unit,
    )
