"""Two editions side by side: each part's lines aligned, and which of them differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from zhijia.schemes.sentences import PARTS, Part, Said

Change = Literal["same", "changed", "gone", "new"]


@dataclass(frozen=True)
class Pair:
    """One line here and there; None where the other side has nothing like it."""

    change: Change
    old: Said | None
    new: Said | None


@dataclass(frozen=True)
class Compared:
    """One part of both editions."""

    title: str
    pairs: Sequence[Pair]

    @property
    def differs(self) -> int:
        """How many lines are not the same."""
        return sum(pair.change != "same" for pair in self.pairs)


def compare(old: Sequence[Part], new: Sequence[Part]) -> list[Compared]:
    """Part by part, in reading order."""
    sides = [{part.key: part.lines for part in parts} for parts in (old, new)]
    keys = [key for key in PARTS if key in sides[0] or key in sides[1]]
    return [Compared(PARTS[key], [*_aligned(sides[0].get(key, ()), sides[1].get(key, ()))]) for key in keys]


def _aligned(old: Sequence[Said], new: Sequence[Said]) -> Iterator[Pair]:
    """Lines in order; where both sides differ for a stretch, first with first."""
    before, after = ([(line.depth, str(line.words)) for line in side] for side in (old, new))
    for kind, left, left_end, right, right_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for at in range(max(left_end - left, right_end - right)):
            here = old[left + at] if left + at < left_end else None
            there = new[right + at] if right + at < right_end else None
            yield Pair("same" if kind == "equal" else "gone" if there is None else "new" if here is None else "changed",
                       here, there)  # fmt: skip
