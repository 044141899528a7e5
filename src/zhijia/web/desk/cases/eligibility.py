"""The part of a case's page that tells what the rules say: met, not met or open; with every reason, and what would help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from zhijia.cases.procedures import evidence_slot
from zhijia.cases.queries import Card
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.conditions.changes import Change
from zhijia.schemes.conditions.wording import Line, judged_lines
from zhijia.schemes.grants import Decision
from zhijia.schemes.grants.sums import yuan_words
from zhijia.schemes.words import said

LIGHTS = {True: "done", False: "red", None: "yellow"}
HAND_IN, PUT_RIGHT = gettext_noop("补交“%(paper)s”"), gettext_noop("%(how)s（“%(fact)s”）")
TITLES = {
    "eligible": gettext_noop("资格条件"), "refuse": gettext_noop("不予受理的情形"),
}  # fmt: skip


@dataclass(frozen=True)
class ToldLine:
    """One line: how deep, the mark (done, red, yellow, or '' for a heading), the words."""

    depth: int
    light: str
    words: str


@dataclass(frozen=True)
class ToldGrant:
    """One grant in words."""

    label: str
    amount: str
    how: str
    cap: str


@dataclass(frozen=True)
class PaperRow:
    """One paper of the application: where it is put, whether it is still asked for, what is there."""

    slot: str
    label: str
    missing: bool
    there: Sequence[Any]


@dataclass(frozen=True)
class Told:
    """Everything the page shows of the decision."""

    light: str
    word: str
    sentence: str
    parts: Sequence[tuple[str, Sequence[ToldLine]]]
    grants: Sequence[ToldGrant]
    changes: Sequence[str]
    papers: Sequence[PaperRow]


def told_of(card: Card, files: Sequence[Any]) -> Told | None:
    """The decision of a card in the reader's language; None where the edition decides nothing."""
    found = card.decision
    if found is None:
        return None
    words = {True: pgettext("eligibility", "符合条件"), False: pgettext("eligibility", "不符合条件"),
             None: pgettext("eligibility", "还不能判断")}  # fmt: skip
    return Told(
        LIGHTS[found.verdict], words[found.verdict], found.sentence.sentence(gettext),
        [part for part in _parts(card, found) if part[1]], [_grant(one) for one in found.grants],
        [_change_words(some) for some in found.changes], _papers(card, found, files),
    )  # fmt: skip


def _parts(card: Card, found: Decision) -> list[tuple[str, list[ToldLine]]]:
    """Conditions first; of what rules a case out only what is so, or open. Papers have a list of their own."""
    made = []
    for kind, title in TITLES.items():
        lines: list[ToldLine] = []
        for clause in found.clauses:
            if clause.kind != kind or (kind != "eligible" and clause.judged.verdict is True):
                continue
            below = _lines(judged_lines(clause.judged, card.limits.book))
            if kind == "refuse":
                head = ToldLine(0, LIGHTS[clause.judged.verdict], said(clause.why))
                below = [head, *(ToldLine(one.depth, one.light, one.words) for one in below[1:])]
            lines += below
        made.append((gettext(title), lines))
    return made


def _lines(lines: Any) -> list[ToldLine]:
    return [ToldLine(line.depth, LIGHTS[line.verdict] if line.leaf else "", _said(line)) for line in lines]


def _said(line: Line) -> str:
    return line.words.sentence(gettext)


def _grant(one: Any) -> ToldGrant:
    if one.worked is None:
        return ToldGrant(said(one.label), "", "", "")
    return ToldGrant(
        said(one.label), yuan_words(one.worked.fen).sentence(gettext), one.worked.how.sentence(gettext), said(one.worked.cap)
    )  # fmt: skip


def _change_words(changes: Sequence[Change]) -> str:
    return gettext("，并且").join(_one_change(change).sentence(gettext) for change in changes)


def _one_change(change: Change) -> Problem:
    label = said(change.fact.label)
    if change.fact.kind == "paper":
        return Problem(HAND_IN, paper=label)
    return Problem(PUT_RIGHT, how=said(change.how), fact=label)


def _papers(card: Card, found: Decision, files: Sequence[Any]) -> list[PaperRow]:
    """Every paper of the edition; one asked for only under a condition is missing when the rules say so."""
    lacking = {one.key for clause in found.clauses for one in clause.judged.missing}
    rows = []
    for paper in card.edition.evidence:
        slot = evidence_slot(paper.key)
        there = [file for file in files if file.slot == slot]
        wanted = paper.key in lacking or (paper.required and paper.when is None)
        rows.append(PaperRow(slot, said(paper.label), wanted and not there, there))
    return rows
