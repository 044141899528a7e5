"""The smallest change that would flip a decision, found by trying all of them, one fact and then two.

Only what a person may legitimately complete is tried: papers, registrations and what else the edition marks with `complete`.
Nobody is ever told to earn less.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from zhijia.schemes.conditions.facts import Fact, Value
from zhijia.schemes.conditions.reading import Known
from zhijia.schemes.conditions.rulebook import Rulebook

MOST = 2


@dataclass(frozen=True)
class Change:
    """One fact put right: `to` what, and `how` a person goes about it ('' for a paper: it is handed in)."""

    fact: Fact
    to: Value

    @property
    def how(self) -> str:
        """What to do, as the edition says it."""
        return self.fact.complete


Decide = Callable[[Known], bool | None]


def open_changes(known: Known, book: Rulebook) -> list[Change]:
    """Everything the person could still put right."""
    return [change for fact in book.facts.values() for change in _changes_of(fact, known.get(fact.key))]


def smallest_changes(known: Known, book: Rulebook, decide: Decide) -> tuple[tuple[Change, ...], ...]:
    """All smallest sets of changes, of one or two facts, after which `decide` is true; none when it is already, or when
    no such set exists. Costs one decision for each set tried: n + n(n-1)/2."""
    if decide(known) is True:
        return ()
    changes = open_changes(known, book)
    for size in range(1, MOST + 1):
        found = tuple(
            some for some in combinations(changes, size)
            if len({one.fact.key for one in some}) == size and decide(changed(known, some)) is True
        )  # fmt: skip
        if found:
            return found
    return ()


def changed(known: Known, changes: tuple[Change, ...]) -> Mapping[str, Value | None]:
    """The case with these facts put right."""
    return {**known, **{change.fact.key: change.to for change in changes}}


def _changes_of(fact: Fact, value: Value | None) -> Iterator[Change]:
    if fact.kind == "paper":
        if value is not True:
            yield Change(fact, True)
    elif fact.complete:
        for other in fact.may_become:
            if other != value:
                yield Change(fact, other)
