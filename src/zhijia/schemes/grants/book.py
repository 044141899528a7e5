"""The rulebook of an edition on a day: its questions, the facts of the house, its papers, and the numbers in force."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from zhijia.schemes.asks import Ask
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.codes import Code, CodeList
from zhijia.schemes.conditions.facts import FEN, Fact, FactKind
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.eligibility import HouseFact
from zhijia.schemes.grants.walking import parameters_in

if TYPE_CHECKING:
    from zhijia.schemes.catalogue import Catalogue

YUAN = "元"


def book_of(edition: CaseEdition, on: dt.date, catalogue: "Catalogue") -> Rulebook:
    """Everything its conditions may name, with the numbers in force on the day of application; LookupError for a
    parameter that has no value that early."""
    named = dict.fromkeys(key for _, key in parameters_in(edition))
    numbers = {key: catalogue.number(key, on) for key in named}
    held = {key: catalogue.parameters[key] for key in named}
    titles = {key: (one.short or one.title, one.unit) for key, one in held.items()}
    return Rulebook(facts_of(edition, catalogue.codes), edition.conditions, numbers, titles, on)


def facts_of(edition: CaseEdition, codes: Mapping[str, CodeList]) -> Mapping[str, Fact]:
    """Every fact and paper of the edition, by key."""
    proofs: dict[str, tuple[str, ...]] = {}
    for paper in edition.evidence:
        for key in paper.proves:
            proofs[key] = (*proofs.get(key, ()), paper.key)
    found = {key: _asked(key, ask, proofs.get(key, ())) for key, ask in edition.asks.items()}
    found |= {paper.key: Fact(paper.key, paper.label, "paper") for paper in edition.evidence}
    for key, fact in edition.facts.items():
        found[key] = _known(key, fact, proofs.get(key, ()), codes, found)
    return found


def _asked(key: str, ask: Ask, proofs: tuple[str, ...]) -> Fact:
    kind: FactKind = "text" if ask.type == "long" else ask.type
    money = kind == "money"
    return Fact(
        key, ask.label, kind, YUAN if money else ask.unit, ask.choices, FEN if money else ask.places, proofs,
        complete=ask.complete, may_become=tuple(_targets(kind, ask.complete, ask.may_become)),
    )  # fmt: skip


def _known(
    key: str, fact: HouseFact, proofs: tuple[str, ...], codes: Mapping[str, CodeList], others: Mapping[str, Fact]
) -> Fact:
    choices = fact.choices or {code: one.label for code, one in _entries(fact.codes, codes)}
    money, parts = fact.type == "money", fact.difference or ()
    kind: FactKind = "difference" if parts else fact.type
    places = max((others[part].places for part in parts if part in others), default=FEN if money else 0)
    return Fact(
        key, fact.label, kind, YUAN if money else fact.unit, choices, places, proofs, parts,
        complete=fact.complete, may_become=tuple(_targets(kind, fact.complete, fact.may_become)),
    )  # fmt: skip


def _entries(key: str, codes: Mapping[str, CodeList]) -> Iterator[tuple[str, Code]]:
    yield from codes[key].entries.items() if key in codes else ()


def _targets(kind: str, complete: str, may_become: tuple[str, ...]) -> Iterator[bool | str]:
    """What a completable fact can be turned into: a flag into yes, a choice into what the edition says."""
    if complete:
        yield from (True,) if kind == "flag" else may_become


def plain_numbers(book: Rulebook) -> dict[str, str]:
    """The numbers a decision was judged by, as they are kept beside it."""
    return {key: format(Decimal(number).normalize(), "f") for key, number in sorted(book.numbers.items())}
