"""How a reading is scored: a proposal matches a gold target of the same value and unit whose clause it overlaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tests.targets.plantext.gold import Gold, Marked


class Reading(Protocol):
    """What a reader must give: the fields compared."""

    @property
    def value(self) -> float: ...
    @property
    def unit(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass
class Score:
    """Counts over a corpus, and the misses in words."""

    matched: int = 0
    proposed: int = 0
    gold: int = 0
    due_right: int = 0
    comparator_right: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """2TP / (proposed + gold)."""
        return 2 * self.matched / max(1, self.proposed + self.gold)

    @property
    def due_share(self) -> float:
        """Right dates among matches."""
        return self.due_right / max(1, self.matched)


def pairs(proposals: Sequence[Reading], gold: Iterable[Gold]) -> list[tuple[Reading, Gold]]:
    """Matches one to one, in order of the text."""
    left = list(proposals)
    found = []
    for target in gold:
        hit = next((one for one in left if _same(one, target)), None)
        if hit:
            left.remove(hit)
            found.append((hit, target))
    return found


def _same(one: Reading, target: Gold) -> bool:
    near = abs(one.value - target.value) <= 0.01
    same_top = getattr(one, "value_max", target.value_max) == target.value_max
    return near and same_top and one.unit == target.unit and one.start < target.end and target.start < one.end


def add(score: Score, marked: Marked, proposals: Sequence[Reading]) -> None:
    """Count one text into the score and note what went wrong."""
    every = pairs(proposals, sorted(marked.gold, key=lambda target: target.optional))
    open_to_both = [id(one) for one, target in every if target.optional]
    proposals = [one for one in proposals if id(one) not in open_to_both]
    found = [(one, target) for one, target in every if not target.optional]
    wanted = [target for target in marked.gold if not target.optional]
    score.matched += len(found)
    score.proposed += len(proposals)
    score.gold += len(wanted)
    for one, target in found:
        due = target.due if target.any_due else getattr(one, "due", None)
        score.due_right += due == target.due
        score.comparator_right += getattr(one, "comparator", None) == target.comparator
        if due != target.due:
            score.notes.append(f"{marked.name} DUE {due} for {target.due}: {marked.text[target.start : target.end]}")
        if getattr(one, "comparator", None) != target.comparator:
            score.notes.append(
                f"{marked.name} CMP {getattr(one, 'comparator', None)}: {marked.text[target.start : target.end]}"
            )
    hit, met = [id(one) for one, _ in found], [target for _, target in found]
    score.notes += [
        f"{marked.name} EXTRA {one.value} {one.unit}: {marked.text[one.start : one.end]}"
        for one in proposals
        if id(one) not in hit
    ]
    score.notes += [
        f"{marked.name} MISSED {t.value} {t.unit}: {marked.text[t.start : t.end]}" for t in wanted if t not in met
    ]
