"""A fact of one case: its value, or what is missing without which nobody can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.conditions.facts import Value
from zhijia.schemes.conditions.grammar import Amount
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.words import said

NOT_THERE = gettext_noop("还缺“%(paper)s”")
UNPROVED = gettext_noop("还缺“%(paper)s”，不能认定“%(fact)s”")
NOT_TOLD = gettext_noop("“%(fact)s”还没有填报")

# What is known of one case: a fact or a paper that is not in it, or is None, is missing.
Known = Mapping[str, Value | None]


@dataclass(frozen=True)
class Missing:
    """`key`: of the paper or fact to be brought; `fact`: what it would tell."""

    key: str
    fact: str
    because: Problem


def read(key: str, known: Known, book: Rulebook) -> Value | Missing:
    """The value of a fact, once every paper that proves it is there."""
    fact = book.facts[key]
    if fact.kind == "difference":
        whole, part = (read(one, known, book) for one in fact.parts)
        for side in (whole, part):
            if isinstance(side, Missing):
                return side
        assert isinstance(whole, Decimal) and isinstance(part, Decimal)
        return whole - part
    for paper in fact.proofs:
        if known.get(paper) is not True:
            told = {"paper": said(book.facts[paper].label), "fact": said(fact.label)}
            return Missing(paper, key, Problem(UNPROVED, **told))
    value = known.get(key)
    if fact.kind == "paper":
        return True if value is True else Missing(key, key, Problem(NOT_THERE, paper=said(fact.label)))
    return value if value is not None else Missing(key, key, Problem(NOT_TOLD, fact=said(fact.label)))


def outcome_key(step: str) -> str:
    """Where the outcome of a step of the case stands among its facts."""
    return f"step:{step}"


def quantity(amount: Amount, known: Known, book: Rulebook) -> Fraction | Missing:
    """What an amount comes to in this case, exactly."""
    found = book.factor(amount)
    for key in amount.fields:
        value = read(key, known, book)
        if isinstance(value, Missing):
            return value
        found *= Fraction(str(value)) if not isinstance(value, Decimal) else Fraction(value)
    return found
