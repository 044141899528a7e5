"""From a sheet to a band: vetoes first, then score, chapters and gates of every band up to it, then how fast one may climb."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.bands import Band, Gate, Veto
from zhijia.schemes.assessments.evidence import Record, Seen, Value, exactly, plain, shown
from zhijia.schemes.assessments.scoring import ChapterLine, Sheet
from zhijia.schemes.words import said

SCORE = gettext_noop("总分%(total)s分，不到%(least)s分")
CHAPTER = gettext_noop("“%(chapter)s”得分率%(share)s%%，不到%(least)s%%")
GATE = gettext_noop("“%(gate)s”不满足，现为%(value)s")
NOT_HELD = gettext_noop("“%(gate)s”不满足，现已%(months)s个月")
NOT_ASKED = gettext_noop("“%(gate)s”还不能判断：尚无有效的会员评家结果")
NOT_JUDGED = gettext_noop("“%(gate)s”还不能判断：尚未评定")
CLIMB_FIRST = gettext_noop("首次评定最高%(star)s星")
CLIMB = gettext_noop("每次最多升一档，本次最高%(star)s星")


class Block(NamedTuple):
    """One thing that keeps a unit out of a band. `kind`: score, chapter, gate or climb; `of`: key of what it is about.

    The sentence is made when it is asked for: of four hundred unions scored at once few are read.
    """

    kind: str
    of: str
    tell: Callable[[], Problem]

    @property
    def because(self) -> Problem:
        """Why."""
        return self.tell()


@dataclass(frozen=True)
class Verdict:
    """`star`: the band reached, 0 for none. `blocks`: what keeps it from each higher band, lowest first."""

    star: int
    band: Band | None
    vetoes: Sequence[Veto]
    blocks: Sequence[tuple[Band, Sequence[Block]]]

    def toward(self, star: int) -> list[Block]:
        """Everything between the unit and a band, of it and of the bands below."""
        return [block for band, blocks in self.blocks if band.star <= star for block in blocks]


def verdict_of(sheet: Sheet, seen: Seen, record: Record | None = None) -> Verdict:
    """The band of a sheet. A veto leaves none, but what else is lacking is still told."""
    record = record or Record()
    barred = [veto for veto in sheet.edition.vetoes if applies_to(veto, seen)]
    reached: Band | None = None
    blocks: list[tuple[Band, Sequence[Block]]] = []
    cap, tell = _climb(sheet, record)
    for band in sheet.edition.bands:
        found = list(_against(band, sheet, seen, record))
        if cap is not None and band.star > cap:
            found.append(Block("climb", band.key, tell))
        if not found and not blocks:
            reached = band
        else:
            blocks.append((band, found))
    star = reached.star if reached is not None and not barred else 0
    return Verdict(star, reached if star else None, barred, blocks)


def applies_to(veto: Veto, seen: Seen) -> bool:
    """Whether a veto bars; what was not asked or has no denominator bars nobody."""
    value = seen.surveys.get(veto.survey) if veto.survey else seen.figure(veto.figure)
    exact = value.exact if value is not None else None
    if exact is None:
        return False
    if veto.at_least is not None and exact >= exactly(veto.at_least):
        return True
    return veto.below is not None and exact < exactly(veto.below)


def _against(band: Band, sheet: Sheet, seen: Seen, record: Record) -> Iterator[Block]:
    if sheet.total < band.least:
        yield Block("score", "", partial(_score_short, sheet, band))
    for chapter in sheet.chapters:
        if not chapter.reaches(band.chapter):
            yield Block("chapter", chapter.chapter.key, partial(chapter_short, chapter, band))
    for gate in band.gates:
        if not gate.applies or sheet.variant in gate.applies:
            tell = gate_fault(gate, sheet, seen, record)
            if tell is not None:
                yield Block("gate", gate.figure or gate.criterion or gate.survey or "held", tell)


def _score_short(sheet: Sheet, band: Band) -> Problem:
    return Problem(SCORE, total=plain(sheet.total), least=plain(band.least))


def chapter_short(chapter: ChapterLine, band: Band) -> Problem:
    """The sentence of a chapter below its floor."""
    told = {"share": plain(chapter.share, 1), "least": plain(band.chapter)}
    return Problem(CHAPTER, chapter=said(chapter.chapter.title), **told)


def gate_fault(gate: Gate, sheet: Sheet, seen: Seen, record: Record) -> Callable[[], Problem] | None:
    """What tells why a gate is shut; None when it is open."""
    if gate.held is not None:
        months = record.months.get(gate.held.star, 0)
        return None if months >= gate.held.months else lambda: Problem(NOT_HELD, gate=said(gate.title), months=months)
    if gate.criterion:
        line = sheet.line(gate.criterion)
        if line.open:
            return lambda: Problem(NOT_JUDGED, gate=said(gate.title))
        return None if _within(gate, Fraction(line.points)) else partial(_shut, gate, plain(line.points))
    value: Value | None = seen.surveys.get(gate.survey) if gate.survey else seen.figure(gate.figure)
    if value is None:
        return lambda: Problem(NOT_ASKED, gate=said(gate.title))
    exact = value.exact
    good = gate.empty_passes if exact is None else _within(gate, exact)
    return None if good else lambda: _shut(gate, shown(value))


def _shut(gate: Gate, value: str) -> Problem:
    return Problem(GATE, gate=said(gate.title), value=value)


def _within(gate: Gate, value: Fraction) -> bool:
    return (
        (gate.at_least is None or value >= exactly(gate.at_least))
        and (gate.at_most is None or value <= exactly(gate.at_most))
        and (gate.more_than is None or value > exactly(gate.more_than))
    )


def _climb(sheet: Sheet, record: Record) -> tuple[int | None, Callable[[], Problem]]:
    """The highest band this time, and what tells why; None for no limit."""
    climb = sheet.edition.climb
    if climb is None:
        return None, lambda: Problem(CLIMB, star="")
    if not record.rated:
        return climb.first, lambda: Problem(CLIMB_FIRST, star=climb.first)
    cap = record.star + climb.step if record.star else climb.after_none
    return cap, lambda: Problem(CLIMB, star=cap)
