"""Facts as conditions see them: what they are called, which kind of value they have, and what a person may put right."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from zhijia.kit.money import format_yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.words import said

Value = Decimal | dt.date | str | bool
FactKind = Literal["number", "money", "date", "choice", "text", "flag", "paper", "difference"]
YUAN, PLAIN = gettext_noop("%(amount)s元"), gettext_noop("%(amount)s%(unit)s")
YES, NO = gettext_noop("是"), gettext_noop("否")
FEN = 2


@dataclass(frozen=True)
class Fact:
    """`places`: decimals kept (money: 2). `proofs`: papers without which it counts as unknown. `parts`: the two facts a
    difference is made of. `complete`: what a person would do to put it right, '' for what nobody may be told to change;
    `may_become`: what it can then be."""

    key: str
    label: str
    kind: FactKind
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    places: int = 0
    proofs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    complete: str = ""
    may_become: tuple[Value, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is a quantity."""
        return self.kind in ("number", "money", "difference")


def value_words(fact: Fact, value: Value) -> Problem:
    """A value as a sentence says it: money with its unit, choices by their label."""
    if isinstance(value, bool):
        return Problem(YES if value else NO)
    if isinstance(value, Decimal):
        return number_words(value, fact.unit, money=fact.kind == "money" or fact.places == FEN)
    word = fact.choices.get(str(value), "")
    return Problem("%(word)s", word=said(word) if word else str(value))


def number_words(value: Decimal, unit: str, *, money: bool) -> Problem:
    """A number with its unit; money with commas, and with fen only where there are any."""
    if money:
        shown = format_yuan(int((value * 100).to_integral_value()))
        return Problem(YUAN, amount=shown.removesuffix(".00"))
    return Problem(PLAIN, amount=format(value.normalize(), "f"), unit=said(unit))
