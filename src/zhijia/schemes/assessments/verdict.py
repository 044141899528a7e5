"""From a sheet to a band: vetoes first, then score, chapters and gates of every band up to it, then how fast one may climb."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.bands import Band, Gate, Veto
from zhijia.schemes.assessments.evidence import Record, Seen, Value, plain, shown
from zhijia.schemes.assessments.scoring import Sheet
from zhijia.schemes.words import said

SCORE = gettext_noop("总分%(total)s分，不到%(least)s分")
CHAPTER = gettext_noop("“%(chapter)s”得分率%(share)s%%，不到%(least)s%%")
GATE = gettext_noop("“%(gate)s”不满足，现为%(value)s")
NOT_HELD = gettext_noop("“%(gate)s”不满足，现已%(months)s个月")
NOT_ASKED = gettext_noop("“%(gate)s”还不能判断：尚无有效的会员评家结果")
NOT_JUDGED = gettext_noop("“%(gate)s”还不能判断：尚未评定")
CLIMB_FIRST = gettext_noop("首次评定最高%(star)s星")
CLIMB = gettext_noop("每次最多升一档，本次最高%(star)s星")


@dataclass(frozen=True)
class Block:
    """One thing that keeps a unit out of a band. `kind`: score, chapter, gate or climb; `of`: key of what it is about."""

    kind: str
    of: str
    because: Problem


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
    cap, why = _climb(sheet, record)
    for band in sheet.edition.bands:
        found = list(_against(band, sheet, seen, record))
        if cap is not None and why is not None and band.star > cap:
            found.append(Block("climb", band.key, why))
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
    if veto.at_least is not None and exact >= Fraction(veto.at_least):
        return True
    return veto.below is not None and exact < Fraction(veto.below)


def _against(band: Band, sheet: Sheet, seen: Seen, record: Record) -> Iterator[Block]:
    if sheet.total < band.least:
        yield Block("score", "", Problem(SCORE, total=plain(sheet.total), least=plain(band.least)))
    for chapter in sheet.chapters:
        if chapter.most and chapter.share < Fraction(band.chapter):
            told = {
                "chapter": said(chapter.chapter.title),
                "share": plain(chapter.share, 1),
                "least": plain(band.chapter),
            }
            yield Block("chapter", chapter.chapter.key, Problem(CHAPTER, **told))
    for gate in band.gates:
        if not gate.applies or sheet.variant in gate.applies:
            because = gate_fault(gate, sheet, seen, record)
            if because is not None:
                yield Block("gate", gate.figure or gate.criterion or gate.survey or "held", because)


def gate_fault(gate: Gate, sheet: Sheet, seen: Seen, record: Record) -> Problem | None:
    """Why a gate is shut; None when it is open."""
    if gate.held is not None:
        months = record.months.get(gate.held.star, 0)
        return None if months >= gate.held.months else Problem(NOT_HELD, gate=said(gate.title), months=months)
    if gate.criterion:
        line = sheet.line(gate.criterion)
        if line.open:
            return Problem(NOT_JUDGED, gate=said(gate.title))
        return (
            None
            if _within(gate, Fraction(line.points))
            else Problem(GATE, gate=said(gate.title), value=plain(line.points))
        )
    value: Value | None = seen.surveys.get(gate.survey) if gate.survey else seen.figure(gate.figure)
    if value is None:
        return Problem(NOT_ASKED, gate=said(gate.title))
    exact = value.exact
    good = gate.empty_passes if exact is None else _within(gate, exact)
    return None if good else Problem(GATE, gate=said(gate.title), value=shown(value))


def _within(gate: Gate, value: Fraction) -> bool:
    return (
        (gate.at_least is None or value >= Fraction(gate.at_least))
        and (gate.at_most is None or value <= Fraction(gate.at_most))
        and (gate.more_than is None or value > Fraction(gate.more_than))
    )


def _climb(sheet: Sheet, record: Record) -> tuple[int | None, Problem | None]:
    """The highest band this time, and why."""
    climb = sheet.edition.climb
    if climb is None:
        return None, None
    if not record.rated:
        return climb.first, Problem(CLIMB_FIRST, star=climb.first)
    cap = record.star + climb.step if record.star else climb.after_none
    return cap, Problem(CLIMB, star=cap)
