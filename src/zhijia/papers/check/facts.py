"""What the checker must be told beside the paper: the series, the frozen figures, the registers, the limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhijia.papers.fonts.chosen import FontSet
from zhijia.papers.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure of the frozen snapshot. `text` as it may be printed; `top` and `bottom` of a rate; `parts`: references
    of the figures it must be the sum of."""

    text: str
    value: Decimal | None = None
    top: Decimal | None = None
    bottom: Decimal | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """None or empty means "not known here": the rule then says so instead of passing.

    `serials`: numbers already taken in the paper's series and year. `units`: full and short names in the register.
    `names`: titles of indicators, whose digits are no figures.
    `children`: names of minors that must not appear in public. `character_limit`: the dated parameter in force.
    """

    lexicon: Lexicon
    serials: frozenset[int] | None = None
    figures: Mapping[str, FigureFact] | None = None
    units: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    children: tuple[str, ...] = ()
    signed_on: date | None = None
    last_review: date | None = None
    character_limit: int | None = None
    papers_this_year: int | None = None
    papers_last_year: int | None = None
    fonts: FontSet | None = field(default=None, repr=False)
