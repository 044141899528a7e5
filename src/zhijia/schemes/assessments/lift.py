"""What would lift a unit to a band: the smallest set of criteria that, brought to their full points, opens it.

Only criteria that a union may complete by doing its work; nobody is told to ask members for better answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from zhijia.schemes.assessments.bands import Band
from zhijia.schemes.assessments.parts import PartScore, Standing
from zhijia.schemes.assessments.scoring import ChapterLine, Line, Sheet, rounded
from zhijia.schemes.assessments.verdict import Block, Verdict, chapter_short


@dataclass(frozen=True)
class Lift:
    """`needed`: the criteria, those of gates first; `also`: gates outside the sheet that its work opens; `total`: the
    score they lead to; `beyond`: what no work of the union opens."""

    band: Band
    needed: Sequence[Line]
    also: Sequence[Block]
    total: Decimal
    beyond: Sequence[Block]

    @property
    def possible(self) -> bool:
        """Whether completing them is enough."""
        return not self.beyond


def gain_of(line: Line) -> Decimal:
    """Points a criterion gives when everything completable in it is completed."""
    if line.criterion.combine == "best":
        best = max((part.most for part in line.parts if part.part.completable), default=Fraction(0))
        return max(Decimal(0), rounded(best) - line.points)
    open_ones = [part.most - part.points for part in line.parts if completable(part)]
    return min(line.lacking, rounded(sum(open_ones, Fraction(0))))


def completable(part: PartScore) -> bool:
    """A part that applies, is short of its points, and is done by work rather than by others' judgement or answers."""
    done_by_work = part.part.completable and not part.part.judged
    return part.standing is not Standing.OUT and done_by_work and part.points < part.most


def lift_to(sheet: Sheet, verdict: Verdict, star: int) -> Lift:
    """The smallest set for a band: first what its gates ask, then the largest gains of chapters below their floor, then
    the largest gains of all.

    Smallest because, among sets of one size that satisfy the floors, taking the largest gains leaves the highest total.
    """
    band = next(one for one in sheet.edition.bands if one.star == star)
    blocks = verdict.toward(star)
    gains = {line.criterion.key: gain_of(line) for line in sheet.lines}
    forced, also, beyond = _forced(sheet, blocks, gains)
    chosen = set(forced)
    for chapter in sheet.chapters:
        beyond += _floor(chapter, band, gains, chosen)
    total = _fill(sheet, band, gains, chosen)
    if total < band.least:
        beyond += [block for block in blocks if block.kind == "score"][-1:]
    ordered = sorted(chosen, key=lambda key: (key not in forced, -gains[key], key))
    return Lift(band, [sheet.line(key) for key in ordered], also, total, [*beyond, *_outside(blocks)])


def _forced(
    sheet: Sheet, blocks: Sequence[Block], gains: Mapping[str, Decimal]
) -> tuple[set[str], list[Block], list[Block]]:
    """Criteria that read the figure of a shut gate; other gates on figures; gates on time, answers and judgement."""
    forced: set[str] = set()
    also: list[Block] = []
    beyond: list[Block] = []
    for block in blocks:
        if block.kind == "gate":
            readers = [
                line.criterion.key
                for line in sheet.lines
                if gains[line.criterion.key]
                and any(part.part.figure == block.of and part.standing is not Standing.OUT for part in line.parts)
            ]
            forced.update(readers[:1])
            if not readers:
                (also if block.of in sheet.edition.figures else beyond).append(block)
    return forced, also, beyond


def _floor(chapter: ChapterLine, band: Band, gains: dict[str, Decimal], chosen: set[str]) -> list[Block]:
    """Add the largest gains of a chapter until it reaches its floor."""
    here = [line.criterion.key for line in chapter.lines]
    goal = Fraction(band.chapter) * Fraction(chapter.most) / 100
    points = Fraction(chapter.points + sum((gains[key] for key in here if key in chosen), Decimal(0)))
    for key in sorted((key for key in here if key not in chosen), key=lambda key: (-gains[key], key)):
        if points >= goal or not gains[key]:
            break
        chosen.add(key)
        points += Fraction(gains[key])
    if points >= goal:
        return []
    return [Block("chapter", chapter.chapter.key, partial(chapter_short, chapter, band))]


def _fill(sheet: Sheet, band: Band, gains: dict[str, Decimal], chosen: set[str]) -> Decimal:
    """Add the largest gains of all until the score is reached; the score they lead to."""

    def total() -> Decimal:
        raw = sheet.raw + sum((gains[key] for key in chosen), Decimal(0))
        scaled = Fraction(raw) * Fraction(sheet.edition.total) / Fraction(sheet.most) if sheet.most else Fraction(0)
        return rounded(scaled) + sheet.extra

    for key in sorted((key for key in gains if key not in chosen), key=lambda key: (-gains[key], key)):
        if total() >= band.least or not gains[key]:
            break
        chosen.add(key)
    return total()


def _outside(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind == "climb"]
