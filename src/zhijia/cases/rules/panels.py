"""What a panel decides: scores without the highest and the lowest, and how far they lie apart.

Organisation handbook 3.4 with the county's clarification: those with an interest are out; from five valid scores on one
highest and one lowest are dropped; then the mean, rounded half up to two decimals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

DROPS_FROM = 5
CENT = Decimal("0.01")


@dataclass(frozen=True)
class PanelResult:
    """`mean`: the score; `counted`: scores it was made of; `spread`: highest less lowest; `wide`: worth a second look."""

    mean: Decimal
    counted: int
    given: int
    spread: Decimal
    wide: bool


def panel_result(scores: Sequence[Decimal], warn_spread: int) -> PanelResult | None:
    """The result of the valid scores; None without any."""
    if not scores:
        return None
    ranked = sorted(scores)
    counted = ranked[1:-1] if len(ranked) >= DROPS_FROM else ranked
    mean = (sum(counted, Decimal(0)) / len(counted)).quantize(CENT, ROUND_HALF_UP)
    spread = ranked[-1] - ranked[0]
    return PanelResult(mean, len(counted), len(ranked), spread, spread > warn_spread)
