"""Arbitrary cases of the shipped aid editions, near their limits and with gaps."""

import datetime as dt
import random
from decimal import Decimal
from typing import Any

from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.conditions import Fact, Rulebook, Value
from zhijia.schemes.grants import book_of

YUAN = [
    Decimal(text)
    for text in ("0", "0.01", "4000", "19200", "28799.99", "28800", "57600", "96000", "96000.01", "120000")
]
ON = {2014: dt.date(2014, 8, 20), 2024: dt.date(2024, 8, 20), 2025: dt.date(2025, 8, 20)}


def deciding() -> list[CaseEdition]:
    """Every shipped edition that decides something."""
    return [edition for edition in catalogue().cases.values() if edition.decides]


def book(edition: CaseEdition) -> Rulebook:
    """With the numbers of a day in its year."""
    return book_of(edition, ON[edition.edition], catalogue())


def any_case(facts: dict[str, Fact], rng: random.Random, gaps: float = 0.12) -> dict[str, Value | None]:
    """One case; each fact is missing now and then. Every other case has nothing against it but what may be completed."""
    if rng.random() < 0.5:
        gaps = 0.01
    return {
        fact.key: None if rng.random() < gaps else _value(fact, rng)
        for fact in facts.values()
        if fact.kind != "difference"
    }


def _value(fact: Fact, rng: random.Random) -> Any:
    match fact.kind:
        case "money":
            return rng.choice(YUAN) if rng.random() < 0.5 else Decimal(0)
        case "number":
            return Decimal(rng.randrange(0, 6))
        case "date":
            return ON[2014] - dt.timedelta(days=rng.randrange(0, 800))
        case "choice":
            return rng.choice(list(fact.choices)[: None if rng.random() < 0.5 else 1])
        case "flag":
            return rng.random() < (0.6 if fact.complete else 0.06)
        case "paper":
            return rng.random() < 0.8 or None
    return "周晓"
