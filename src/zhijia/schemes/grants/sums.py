"""How much: worked out exactly, rounded once to the fen, with the sentence that tells how."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.money import round_half_up
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.conditions.facts import Fact, number_words, value_words
from zhijia.schemes.conditions.grammar import Amount
from zhijia.schemes.conditions.judging import judge
from zhijia.schemes.conditions.reading import Known, Missing, quantity, read
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.wording import amount_words
from zhijia.schemes.eligibility import Payment, Sum
from zhijia.schemes.words import said

BY_TABLE = gettext_noop("%(fact)s为“%(value)s”，标准%(amount)s")
BY_BRANCH = gettext_noop("%(condition)s，标准%(amount)s")
BY_SHARE = gettext_noop("%(fact)s%(whole)s的%(percent)s%%")
BY_GAP = gettext_noop("补足到%(to)s，现为%(from)s")
NOTHING = gettext_noop("没有对应的标准")
MONEY = Fact("money", "", "money", places=2)


@dataclass(frozen=True)
class Worked:
    """`fen`: what is paid; `computed`: before any cap; `how`: in words; `cap`: the cap that cut it, '' for none."""

    fen: int
    computed: int
    how: Problem
    cap: str = ""


def worked_out(payment: Payment, known: Known, book: Rulebook) -> Worked | Missing:
    """The sum of one payment in one case, or what is missing to work it out. Never below zero."""
    found = sum_of(payment.amount, known, book)
    if isinstance(found, Missing):
        return found
    return Worked(_fen(found.yuan), _fen(found.computed), found.how, found.cap)


@dataclass(frozen=True)
class Exact:
    """Yuan exactly: what is paid, and what it was before any cap cut it; how; the cap that cut it."""

    yuan: Fraction
    computed: Fraction
    how: Problem
    cap: str = ""


def sum_of(rule: Sum, known: Known, book: Rulebook) -> Exact | Missing:
    """The sum of a rule, its caps cut."""
    found = _plain_sum(rule, known, book)
    for cap in rule.caps:
        most = quantity(cap.at, known, book)
        if isinstance(found, Missing):
            return found
        if isinstance(most, Missing):
            return most
        if most < found.yuan:
            found = Exact(most, found.computed, found.how, cap.title)
    return found


def _plain_sum(rule: Sum, known: Known, book: Rulebook) -> Exact | Missing:
    if rule.first:
        return _by_branch(rule, known, book)
    if rule.table:
        found = _by_table(rule, known, book)
    elif rule.share_of:
        found = _by_share(rule, known, book)
    elif rule.gap_to is not None:
        found = _by_gap(rule, rule.gap_to, known, book)
    else:
        assert rule.fixed is not None
        found = _fixed(rule.fixed, known, book)
    return found if isinstance(found, Missing) else Exact(found[0], found[0], found[1])


def _fixed(amount: Amount, known: Known, book: Rulebook) -> tuple[Fraction, Problem] | Missing:
    total = quantity(amount, known, book)
    return total if isinstance(total, Missing) else (total, amount_words(amount, MONEY, book, total))


def _fen(yuan: Fraction) -> int:
    return max(0, round_half_up(yuan * 100))


def _by_table(rule: Sum, known: Known, book: Rulebook) -> tuple[Fraction, Problem] | Missing:
    value, fact = read(rule.table, known, book), book.facts[rule.table]
    if isinstance(value, Missing):
        return value
    row = rule.rows[str(value)]
    total = quantity(row, known, book)
    if isinstance(total, Missing):
        return total
    words = amount_words(row, MONEY, book, total)
    return total, Problem(BY_TABLE, fact=said(fact.label), value=value_words(fact, value), amount=words)


def _by_branch(rule: Sum, known: Known, book: Rulebook) -> Exact | Missing:
    """The first branch that is met; one that is unknown before it leaves everything unknown."""
    for branch in rule.first:
        judged = judge(branch.when, known, book)
        if judged.verdict is None:
            return judged.missing[0]
        if judged.verdict:
            found = sum_of(branch.amount, known, book)
            if isinstance(found, Missing) or not branch.when.meets:
                return found
            title = said(book.named[branch.when.meets].title)
            return replace(found, how=Problem(BY_BRANCH, condition=title, amount=found.how))
    return Exact(Fraction(0), Fraction(0), Problem(NOTHING))


def _by_share(rule: Sum, known: Known, book: Rulebook) -> tuple[Fraction, Problem] | Missing:
    whole, fact, percent = read(rule.share_of, known, book), book.facts[rule.share_of], book.number(rule.percent)
    if isinstance(whole, Missing):
        return whole
    assert isinstance(whole, Decimal)
    words = {"fact": said(fact.label), "whole": value_words(fact, whole), "percent": format(percent.normalize(), "f")}
    return Fraction(whole) * Fraction(percent) / 100, Problem(BY_SHARE, **words)


def _by_gap(rule: Sum, up_to: Amount, known: Known, book: Rulebook) -> tuple[Fraction, Problem] | Missing:
    line, held = quantity(up_to, known, book), read(rule.gap_from, known, book)
    if isinstance(line, Missing):
        return line
    if isinstance(held, Missing):
        return held
    assert isinstance(line, Fraction) and isinstance(held, Decimal)
    words = {"to": amount_words(up_to, MONEY, book, line), "from": value_words(book.facts[rule.gap_from], held)}
    return line - Fraction(max(held, Decimal(0))), Problem(BY_GAP, **words)


def yuan_words(fen: int) -> Problem:
    """A sum as sentences say it."""
    return number_words(Decimal(fen) / 100, "", money=True)
