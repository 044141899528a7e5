"""Numbers as a circular prints them, each bound to its figure and noted for the checker."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from zhijia.bulletins.content import FrozenFigure, reference
from zhijia.indicators.rules import YUAN, Figure
from zhijia.kit.money import format_yuan, percent
from zhijia.papers.runs import Bound
from zhijia.targets.queries.board import Goal
from zhijia.targets.rules import plain_number


class Press:
    """Makes bound numbers and remembers each by its reference."""

    def __init__(self, as_of: date) -> None:
        """`as_of` stands in the references of indicators."""
        self.as_of = as_of
        self.figures: dict[str, FrozenFigure] = {}

    def note(self, ref: str, text: str, top: int | None = None, bottom: int | None = None) -> Bound:
        """A number under a reference of its own."""
        self.figures[ref] = FrozenFigure(text, top, bottom)
        return Bound(text, ref)

    def figure(self, figure: Figure, unit: str = "") -> Bound:
        """An indicator's figure: 75家, 51.3%, — without a base."""
        ref = reference(figure.indicator, figure.organisation, figure.window.as_of)
        number = format_yuan(figure.top) if figure.unit == YUAN else str(figure.top)
        text = percent(figure.top, figure.bottom) if figure.bottom is not None else f"{number}{unit}"
        return self.note(ref, text, figure.top, figure.bottom)

    def goal(self, goal: Goal) -> Bound:
        """A target's value with its unit; rates to one decimal, as all rates of the paper."""
        number = f"{goal.value:.1f}" if goal.unit == "%" else plain_number(goal.value)
        return self.note(f"target:{goal.pk}", f"{number}{goal.unit}")

    def share(self, goal: Goal, reached: Fraction | None) -> Bound:
        """How much of the target is reached, in per cent."""
        ref = f"share:{goal.pk}"
        if reached is None:
            return self.note(ref, "—")
        return self.note(ref, percent(reached.numerator, reached.denominator))

    def count(self, what: str, number: int, text: str = "") -> Bound:
        """A count of units, a place."""
        return self.note(what, text or str(number))

    def score(self, organisation: int, score: Decimal) -> Bound:
        """A score of two decimals."""
        return self.note(f"score:{organisation}", f"{score:.2f}")
