"""From evidence to a sheet: points of every criterion, what does not apply left out, the total on a hundred.

Organisation handbook 3.3: a criterion is rounded once, half up, to two decimals; total = points / applicable points x
100. Points still to be judged or asked count as none, and `open` says how many they are.
"""

import functools
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.assessments.evidence import Seen
from zhijia.schemes.assessments.parts import NONE, PartScore, Standing, part_score
from zhijia.schemes.assessments.sheet import Chapter, Criterion

CENT = Decimal("0.01")
ZERO = Decimal(0)


def rounded(number: Fraction) -> Decimal:
    """To two decimals, half up; for numbers not below zero."""
    return _hundredths((200 * number.numerator + number.denominator) // (2 * number.denominator))


@functools.cache
def _hundredths(number: int) -> Decimal:
    return Decimal(number).scaleb(-2)


class Line(NamedTuple):
    """One criterion of one unit. `most`: its applicable points; 0 when it does not apply."""

    criterion: Criterion
    points: Decimal
    most: Decimal
    open: Decimal
    parts: Sequence[PartScore]

    @property
    def lacking(self) -> Decimal:
        """Points not got."""
        return self.most - self.points

    @property
    def applies(self) -> bool:
        """Whether any of it counts."""
        return self.most > 0


class ChapterLine(NamedTuple):
    """One chapter of one unit: points got, of how many applicable ones."""

    chapter: Chapter
    lines: Sequence[Line]
    points: Decimal
    most: Decimal

    @property
    def share(self) -> Fraction:
        """Percent of the applicable points; 100 when nothing applies."""
        return Fraction(self.points) * 100 / Fraction(self.most) if self.most else Fraction(100)

    def reaches(self, floor: Decimal) -> bool:
        """Whether it has so many percent of its applicable points."""
        return self.points * 100 >= floor * self.most


class Sheet(NamedTuple):
    """The whole sheet of one unit under one edition."""

    edition: Assessment
    variant: str
    chapters: Sequence[ChapterLine]
    raw: Decimal
    most: Decimal
    extra: Decimal
    total: Decimal
    open: Decimal

    @property
    def lines(self) -> list[Line]:
        """All criteria in order."""
        return [line for chapter in self.chapters for line in chapter.lines]

    def line(self, key: str) -> Line:
        """One criterion; KeyError for any other."""
        return {line.criterion.key: line for line in self.lines}[key]

    @property
    def reachable(self) -> Decimal:
        """The total if everything still open got its full points."""
        return _total(self.edition, self.raw + self.open, self.most, self.extra)


def sheet_of(edition: Assessment, kind: str, seen: Seen) -> Sheet:
    """Score one unit of a kind; pure arithmetic over what was seen."""
    variant = edition.variant_of(kind)
    chapters = [_chapter(chapter, variant, seen) for chapter in edition.chapters]
    raw = sum((chapter.points for chapter in chapters), ZERO)
    most = sum((chapter.most for chapter in chapters), ZERO)
    still = sum((line.open for chapter in chapters for line in chapter.lines), ZERO)
    extra = _extra(edition, seen)
    return Sheet(edition, variant, chapters, raw, most, extra, _total(edition, raw, most, extra), still)


def _chapter(chapter: Chapter, variant: str, seen: Seen) -> ChapterLine:
    lines = [_line(criterion, variant, seen) for criterion in chapter.criteria]
    return ChapterLine(
        chapter, lines, sum((line.points for line in lines), ZERO), sum((line.most for line in lines), ZERO)
    )


def _line(criterion: Criterion, variant: str, seen: Seen) -> Line:
    if criterion.applies and variant not in criterion.applies:
        return Line(criterion, ZERO, ZERO, ZERO, ())
    parts = [
        part_score(criterion.part_key(at), part, variant, seen)
        for at, part in enumerate(criterion.parts)
        if not part.applies or variant in part.applies
    ]
    if criterion.combine == "sum":
        points = sum((part.points for part in parts), NONE)
        most = sum((part.most for part in parts), NONE)
        missing = sum((part.most for part in parts if part.standing is Standing.MISSING), NONE)
    else:
        points = max((part.points for part in parts), default=NONE)
        most = max((part.most for part in parts), default=NONE)
        missing = NONE
    return Line(criterion, rounded(points), rounded(most), rounded(missing), parts)


def _extra(edition: Assessment, seen: Seen) -> Decimal:
    """Bonus up to the most there may be, less deductions, each with its own limit."""
    gained, lost = Fraction(0), Fraction(0)
    for one in edition.bonus:
        counted = seen.figure(one.figure).exact or Fraction(0)
        points = Fraction(one.each) * counted
        if one.each > 0:
            gained += min(points, Fraction(one.most))
        else:
            lost += min(-points, Fraction(one.most))
    gained = min(gained, Fraction(edition.bonus_most))
    return rounded(gained) - rounded(lost)


def _total(edition: Assessment, raw: Decimal, most: Decimal, extra: Decimal) -> Decimal:
    """On the sheet's own total; nothing applicable is no score at all."""
    if not most:
        return ZERO
    scaled = rounded(Fraction(raw) * Fraction(edition.total) / Fraction(most))
    return max(ZERO, (scaled + extra).quantize(CENT, ROUND_HALF_UP))
