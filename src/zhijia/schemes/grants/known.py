"""What is kept with a case, answers and facts and papers, read back as the values its conditions compare."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from zhijia.schemes.conditions.facts import Fact, Value
from zhijia.schemes.conditions.reading import Known


def known_of(facts: Mapping[str, Fact], told: Mapping[str, object], papers: Iterable[str] = ()) -> Known:
    """`told`: by key, as kept (text, ISO day, plain number, yes or no); `papers`: keys of those handed in. What the
    edition has no fact for is left out."""
    found: dict[str, Value | None] = {key: value_of(facts[key], kept) for key, kept in told.items() if key in facts}
    return {**found, **{key: True for key in papers if key in facts}}


def value_of(fact: Fact, kept: object) -> Value | None:
    """One kept value as a condition compares it; None for nothing."""
    if kept is None or kept == "":
        return None
    if fact.kind in ("flag", "paper"):
        return kept if isinstance(kept, bool) else str(kept) in ("true", "True", "1", "on")
    if fact.kind == "date":
        return kept if isinstance(kept, dt.date) else dt.date.fromisoformat(str(kept))
    return Decimal(str(kept)) if fact.counts else str(kept)
