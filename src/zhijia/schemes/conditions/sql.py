"""A condition as SQL that is true, false or null exactly where the case-by-case judgement is true, false or unknown.

SQL's own logic is that of the tree (null is unknown), so the text is plain: no functions, nothing of one database only. It runs
unchanged on SQLite, PostgreSQL and DuckDB. Quantities are whole numbers there (money in fen), so that nothing is rounded.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from zhijia.schemes.conditions.facts import Fact
from zhijia.schemes.conditions.grammar import Amount, Condition
from zhijia.schemes.conditions.rulebook import Rulebook

SIGN = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}


@dataclass(frozen=True)
class Sql:
    """Text with %s in the place of each parameter."""

    text: str
    params: tuple[Any, ...] = ()

    def marked(self, mark: str) -> str:
        """The text with another mark in the place of each parameter, for databases asked without Django."""
        return self.text.replace("%s", mark).replace("%%", "%")

    def __add__(self, other: "Sql") -> "Sql":
        """One after the other."""
        return Sql(self.text + other.text, self.params + other.params)


# Where a fact stands: the expression of its column, flags and papers as a boolean, quantities as whole numbers.
Columns = Callable[[Fact], Sql]


def quoted(fact: Fact) -> Sql:
    """Columns of a flat table are called like the facts."""
    return Sql(f'"{fact.key}"')


def compiled(condition: Condition, book: Rulebook, columns: Columns = quoted) -> Sql:
    """The condition over a table whose columns `columns` names; numbers of the day are in the text."""
    if condition.every or condition.some:
        word = " AND " if condition.every else " OR "
        parts = [compiled(part, book, columns) for part in condition.parts]
        return Sql(f"({word.join(part.text for part in parts)})", sum((part.params for part in parts), ()))
    if condition.no is not None:
        return Sql("(NOT ") + compiled(condition.no, book, columns) + Sql(")")
    if condition.meets:
        return compiled(book.named[condition.meets].when, book, columns)
    if condition.holds:
        return column(condition.holds, book, columns)
    if condition.values:
        return _is(condition, book, columns)
    return _ordered(condition, book, columns)


def bare(condition: Condition, book: Rulebook, columns: Columns) -> tuple[Sql, list[Sql]]:
    """A leaf without its proofs, and the papers that must be there for it to count."""
    read = [condition.holds or condition.field, *(condition.limit.fields if condition.order else ())]
    keys = [part for key in read for part in (book.facts[key].parts or (key,))]
    papers = dict.fromkeys(paper for key in keys for paper in book.facts[key].proofs)
    facts = {key: replace(fact, proofs=()) for key, fact in book.facts.items()}
    leaf = compiled(condition, replace(book, facts=facts), columns)
    return leaf, [columns(book.facts[paper]) for paper in papers]


def column(key: str, book: Rulebook, columns: Columns) -> Sql:
    """A fact where it stands; null while a paper that proves it is missing."""
    fact = book.facts[key]
    if fact.kind == "difference":
        places = max(book.facts[part].places for part in fact.parts)
        sides = [_times(column(part, book, columns), 10 ** (places - book.facts[part].places)) for part in fact.parts]
        return Sql("(") + sides[0] + Sql(" - ") + sides[1] + Sql(")")
    found = columns(fact)
    if fact.kind == "paper":
        return Sql("(CASE WHEN ") + found + Sql(" THEN TRUE END)")
    for paper in fact.proofs:
        found = Sql("(CASE WHEN ") + columns(book.facts[paper]) + Sql(" THEN ") + found + Sql(" END)")
    return found


def _is(condition: Condition, book: Rulebook, columns: Columns) -> Sql:
    left = column(condition.field, book, columns)
    if isinstance(condition.equal, bool):
        return left if condition.equal else Sql("(NOT ") + left + Sql(")")
    marks = ", ".join(["%s"] * len(condition.values))
    return left + Sql(f" IN ({marks})", condition.values)


def _ordered(condition: Condition, book: Rulebook, columns: Columns) -> Sql:
    """Both sides multiplied until everything is whole: `left * 5 < 2 * income`."""
    left, sign = column(condition.field, book, columns), Sql(f" {SIGN[condition.order]} ")
    if day := book.day(condition.limit):
        return left + sign + Sql("%s", (day,))
    scale, right = scaled(condition.limit, book, columns, places_of(book.facts[condition.field], book))
    return _times(left, scale) + sign + right


def scaled(amount: Amount, book: Rulebook, columns: Columns, places: int) -> tuple[int, Sql]:
    """(d, text): the amount with so many decimals as a whole number, times d."""
    facts = [book.facts[key] for key in amount.fields]
    factor = book.factor(amount) * Fraction(10) ** (places - sum(places_of(fact, book) for fact in facts))
    text = Sql(str(factor.numerator))
    if facts:
        text = _times(column(facts[0].key, book, columns), factor.numerator)
    for fact in facts[1:]:
        text += Sql(" * ") + column(fact.key, book, columns)
    return factor.denominator, text


def places_of(fact: Fact, book: Rulebook) -> int:
    """Decimals a fact has as a whole number."""
    return max((book.facts[part].places for part in fact.parts), default=fact.places)


def _times(text: Sql, factor: int) -> Sql:
    return text if factor == 1 else text + Sql(f" * {factor}")
