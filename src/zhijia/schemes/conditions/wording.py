"""Conditions as sentences: the rule as an officer reads it, and one case with the values that were seen."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.conditions.facts import Fact, number_words, value_words
from zhijia.schemes.conditions.grammar import Amount, Condition
from zhijia.schemes.conditions.judging import Judged
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.words import said

YUAN = "元"
ALL, ANY, NOT = gettext_noop("以下各项都满足："), gettext_noop("以下满足一项即可："), gettext_noop("不得有以下情形：")
ORDERS = {
    "lt": gettext_noop("%(fact)s低于%(limit)s"), "le": gettext_noop("%(fact)s不高于%(limit)s"),
    "gt": gettext_noop("%(fact)s高于%(limit)s"), "ge": gettext_noop("%(fact)s不低于%(limit)s"),
}  # fmt: skip
DAYS = {
    "lt": gettext_noop("%(fact)s早于%(limit)s"), "le": gettext_noop("%(fact)s不晚于%(limit)s"),
    "gt": gettext_noop("%(fact)s晚于%(limit)s"), "ge": gettext_noop("%(fact)s不早于%(limit)s"),
}  # fmt: skip
OPPOSITE = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}
IS, IS_ONE = gettext_noop("%(fact)s为“%(words)s”"), gettext_noop("%(fact)s为%(words)s之一")
IS_NOT, IS_NONE = gettext_noop("%(fact)s不为“%(words)s”"), gettext_noop("%(fact)s不在%(words)s之列")
PAPER, NO_PAPER = gettext_noop("已交“%(fact)s”"), gettext_noop("未交“%(fact)s”")
FLAG, NO_FLAG = gettext_noop("%(fact)s：是"), gettext_noop("%(fact)s：否")
STEP = gettext_noop("“%(step)s”的结果为“%(outcome)s”")
SEEN = gettext_noop("%(rule)s（现为%(value)s）")
UNKNOWN = gettext_noop("%(rule)s（%(because)s）")
QUOTED, SEVERAL = gettext_noop("“%(first)s”"), gettext_noop("%(before)s、%(last)s")
NAMED_NUMBER = gettext_noop("%(name)s%(value)s")
SHARE = gettext_noop("%(whole)s的%(percent)s%%")
WORKED = gettext_noop("%(total)s（%(how)s）")
TIMES = gettext_noop("%(left)s×%(right)s")
AGO = gettext_noop("申请前%(months)s个月")
AGO_DAY = gettext_noop("申请前%(months)s个月（%(day)s）")


@dataclass(frozen=True)
class Line:
    """One line of an explanation: how deep it stands, what was found, the sentence."""

    depth: int
    verdict: bool | None
    words: Problem
    leaf: bool = True


def rule_lines(condition: Condition, book: Rulebook, depth: int = 0) -> Iterator[Line]:
    """The rule itself, line by line; named conditions are opened where they are met."""
    below = condition.parts
    if condition.meets:
        named = book.named[condition.meets]
        yield Line(depth, None, Problem("%(title)s：", title=said(named.title)), leaf=False)
        below = (named.when,)
    elif below:
        yield Line(depth, None, Problem(ALL if condition.every else ANY if condition.some else NOT), leaf=False)
    else:
        yield Line(depth, None, leaf_words(condition, book, None))
    for part in below:
        yield from rule_lines(part, book, depth + 1)


def judged_lines(judged: Judged, book: Rulebook, depth: int = 0) -> Iterator[Line]:
    """One case, line by line, with the values seen and what is missing."""
    condition = judged.condition
    if not judged.parts:
        yield Line(depth, judged.verdict, leaf_words(condition, book, judged))
        return
    if condition.meets:
        head = Problem("%(title)s：", title=said(book.named[condition.meets].title))
    else:
        head = Problem(ALL if condition.every else ANY if condition.some else NOT)
    yield Line(depth, judged.verdict, head, leaf=False)
    for part in judged.parts:
        yield from judged_lines(part, book, depth + 1)


def leaf_words(condition: Condition, book: Rulebook, judged: Judged | None) -> Problem:
    """A single condition: as a rule, or as it stands in a case (turned round when it is not met)."""
    if condition.step:
        return Problem(STEP, step=condition.step, outcome=condition.outcome)
    fact = book.facts[condition.holds or condition.field]
    met = judged is None or judged.verdict is not False
    rule = _held(fact, met) if condition.holds else _compared(condition, fact, book, judged, met)
    if judged is None:
        return rule
    if judged.verdict is None:
        return Problem(UNKNOWN, rule=rule, because=judged.missing[0].because)
    if condition.holds or judged.value is None:
        return rule
    return Problem(SEEN, rule=rule, value=value_words(fact, judged.value))


def _held(fact: Fact, met: bool) -> Problem:
    if fact.kind == "paper":
        return Problem(PAPER if met else NO_PAPER, fact=said(fact.label))
    return Problem(FLAG if met else NO_FLAG, fact=said(fact.label))


def _compared(condition: Condition, fact: Fact, book: Rulebook, judged: Judged | None, met: bool) -> Problem:
    label = said(fact.label)
    if condition.values:
        words = listed([value_words(fact, value) for value in condition.values])
        one = len(condition.values) == 1
        template = (IS if one else IS_ONE) if met else (IS_NOT if one else IS_NONE)
        shown = value_words(fact, condition.values[0]) if one else words
        return Problem(template, fact=label, words=shown)
    order = condition.order if met else OPPOSITE[condition.order]
    limit = judged.limit if judged is not None else None
    day = book.day(condition.limit)
    words = amount_words(condition.limit, fact, book, limit)
    return Problem((DAYS if day else ORDERS)[order], fact=label, limit=words)


def listed(words: Sequence[Problem]) -> Problem:
    """“甲”、“乙”."""
    found = Problem(QUOTED, first=words[0])
    for word in words[1:]:
        found = Problem(SEVERAL, before=found, last=Problem(QUOTED, first=word))
    return found


def amount_words(amount: Amount, fact: Fact, book: Rulebook, total: Fraction | dt.date | None = None) -> Problem:
    """What something is compared with: how it is worked out, and in a case what it comes to."""
    if day := book.day(amount):
        if not amount.months_ago:
            return Problem("%(day)s", day=day.isoformat())
        months = amount.months_ago
        count = int(book.number(months)) if isinstance(months, str) else months
        return Problem(AGO, months=count) if total is None else Problem(AGO_DAY, months=count, day=day)
    how = _how(amount, fact, book)
    plain = amount.number is not None and not amount.times and not amount.each
    if not isinstance(total, Fraction) or plain:
        return how
    return Problem(WORKED, total=_number(total, fact), how=how)


def _how(amount: Amount, fact: Fact, book: Rulebook) -> Problem:
    if amount.field:
        found = Problem("%(label)s", label=said(book.facts[amount.field].label))
    else:
        found = _named(amount.parameter, book) if amount.parameter else _number(Fraction(amount.number or 0), fact)
    for word in amount.times:
        right = _named(word, book) if isinstance(word, str) else Problem("%(n)s", n=format(word.normalize(), "f"))
        found = Problem(TIMES, left=found, right=right)
    if amount.each:
        found = Problem(TIMES, left=found, right=said(book.facts[amount.each].label))
    percent = book.number(amount.percent)
    return found if percent == 100 else Problem(SHARE, whole=found, percent=format(percent.normalize(), "f"))


def _named(parameter: str, book: Rulebook) -> Problem:
    title, unit = book.titles[parameter]
    number = book.numbers[parameter]
    return Problem(NAMED_NUMBER, name=said(title), value=number_words(number, unit, money=unit == YUAN))


def _number(value: Fraction, fact: Fact) -> Problem:
    shown = Decimal(value.numerator) / Decimal(value.denominator)
    return number_words(shown, fact.unit, money=fact.kind == "money" or fact.places == 2)
