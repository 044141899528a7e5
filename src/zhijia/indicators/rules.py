"""What a figure is: a numerator, perhaps a denominator, and the way back to the rows that were counted."""

from fractions import Fraction
from typing import NamedTuple

from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Indicator


class Figure(NamedTuple):
    """One computed figure of one organisation. Ratios keep top and bottom; a percentage exists only on paper."""

    indicator: str
    organisation: int
    window: Window
    top: int
    bottom: int | None
    unit: str

    @property
    def value(self) -> Fraction | None:
        """Exact value: the count, or 100 x top / bottom; None when there is nothing to divide by."""
        if self.bottom is None:
            return Fraction(self.top)
        return Fraction(self.top * 100, self.bottom) if self.bottom else None

    @property
    def is_rate(self) -> bool:
        """Whether the figure is a percentage."""
        return self.bottom is not None


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
