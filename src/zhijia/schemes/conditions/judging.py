"""A condition on one case: true, false, or unknown because something is missing; unknown is never silently false."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import ge, gt, le, lt

from zhijia.schemes.conditions.facts import Value
from zhijia.schemes.conditions.grammar import Condition
from zhijia.schemes.conditions.reading import Known, Missing, outcome_key, quantity, read
from zhijia.schemes.conditions.rulebook import Rulebook

ORDER = {"lt": lt, "le": le, "gt": gt, "ge": ge}


@dataclass(frozen=True)
class Judged:
    """One node judged. `verdict`: None when unknown, and then `missing` says because of what; `value`, `limit`: what was
    compared; `parts`: the nodes below, in order."""

    condition: Condition
    verdict: bool | None
    missing: tuple[Missing, ...] = ()
    value: Value | None = None
    limit: Fraction | dt.date | None = None
    parts: tuple["Judged", ...] = ()


def judge(condition: Condition, known: Known, book: Rulebook) -> Judged:
    """The tree judged node by node, so that every reason can be told; KeyError for a fact the rulebook does not know."""
    if condition.every or condition.some:
        parts = tuple(judge(part, known, book) for part in condition.parts)
        return _joined(condition, parts, decided_by=bool(condition.some))
    if condition.no is not None:
        inner = judge(condition.no, known, book)
        return Judged(condition, _turned(inner.verdict), inner.missing, parts=(inner,))
    if condition.meets:
        inner = judge(book.named[condition.meets].when, known, book)
        return Judged(condition, inner.verdict, inner.missing, parts=(inner,))
    return _leaf(condition, known, book)


def holds(condition: Condition, known: Known, book: Rulebook) -> bool | None:
    """The verdict alone."""
    return judge(condition, known, book).verdict


def _joined(condition: Condition, parts: Sequence[Judged], *, decided_by: bool) -> Judged:
    """`any` is decided by the first true one, `all` by the first false one; else one unknown leaves it unknown."""
    verdicts = [part.verdict for part in parts]
    if decided_by in verdicts:
        return Judged(condition, decided_by, parts=tuple(parts))
    if None in verdicts:
        missing = {one.key: one for part in reversed(parts) if part.verdict is None for one in reversed(part.missing)}
        return Judged(condition, None, tuple(reversed(missing.values())), parts=tuple(parts))
    return Judged(condition, not decided_by, parts=tuple(parts))


def _turned(verdict: bool | None) -> bool | None:
    return None if verdict is None else not verdict


def _leaf(condition: Condition, known: Known, book: Rulebook) -> Judged:
    if condition.step:
        return Judged(condition, known.get(outcome_key(condition.step)) == condition.outcome)
    value = read(condition.holds or condition.field, known, book)
    if isinstance(value, Missing):
        return Judged(condition, None, (value,))
    if condition.holds:
        return Judged(condition, value is True, value=value)
    if condition.values:
        return Judged(condition, value in condition.values, value=value)
    limit = book.day(condition.limit) or quantity(condition.limit, known, book)
    if isinstance(limit, Missing):
        return Judged(condition, None, (limit,), value=value)
    return Judged(condition, _compared(condition.order, value, limit), value=value, limit=limit)


def _compared(order: str, value: Value, limit: Fraction | dt.date) -> bool:
    if isinstance(limit, Fraction):
        assert isinstance(value, Decimal)
        return bool(ORDER[order](Fraction(value), limit))
    return bool(ORDER[order](value, limit))
