"""Cases as a flat table of a database: quantities as whole numbers, papers and flags as booleans."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from zhijia.schemes.conditions import Fact, Value

TYPES = {"number": "BIGINT", "money": "BIGINT", "date": "DATE", "flag": "BOOLEAN", "paper": "BOOLEAN"}


def kept(facts: Mapping[str, Fact]) -> list[Fact]:
    """The facts that have a column."""
    return [fact for fact in facts.values() if fact.kind != "difference"]


def create(name: str, facts: Mapping[str, Fact]) -> str:
    """The statement that makes the table."""
    columns = ", ".join(f'"{fact.key}" {TYPES.get(fact.kind, "TEXT")}' for fact in kept(facts))
    return f"CREATE TEMPORARY TABLE {name} (number INTEGER, {columns})"


def rows(cases: Sequence[Mapping[str, Value | None]], facts: Mapping[str, Fact]) -> list[list[Any]]:
    """The cases, numbered."""
    return [[at, *(_stored(fact, case.get(fact.key)) for fact in kept(facts))] for at, case in enumerate(cases)]


def _stored(fact: Fact, value: Value | None) -> Any:
    return int(value * 10**fact.places) if isinstance(value, Decimal) else value
