"""A case judged by the conditions of its edition, on facts as they were kept: the same facts give the same decision."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions import Rulebook
from zhijia.schemes.conditions.reading import Known
from zhijia.schemes.grants import Decision, decide, grants_of
from zhijia.schemes.grants.book import plain_numbers
from zhijia.schemes.grants.known import known_of


def known_from(seen: Mapping[str, Any], book: Rulebook) -> Known:
    """The facts kept with a record, as conditions read them."""
    return known_of(book.facts, {**seen.get("house", {}), **seen.get("answers", {})}, seen.get("papers", ()))


def decision_on(edition: CaseEdition, seen: Mapping[str, Any], book: Rulebook) -> Decision | None:
    """What the edition decides on these facts, with what would change it; None for one that decides nothing."""
    return grants_of(edition, known_from(seen, book), book) if edition.decides else None


def judged_by_rules(edition: CaseEdition, seen: Mapping[str, Any], book: Rulebook) -> dict[str, Any]:
    """What is kept beside an act: the numbers of the day, and what the rules said of the facts seen then."""
    if not (edition.decides and seen):
        return {}
    found = decide(edition, known_from(seen, book), book)
    return {"parameters": plain_numbers(book), "decision": found.kept()}


def as_of_then(book: Rulebook, kept: Mapping[str, str]) -> Rulebook:
    """The rulebook with the numbers an act was judged by."""
    return replace(book, numbers={**book.numbers, **{key: Decimal(word) for key, word in kept.items()}})
