"""Grants as sentences: what is paid, how much in which case, at most how much, how often."""

from collections.abc import Iterator

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.wording import amount_words, rule_lines
from zhijia.schemes.eligibility import Grant, Sum
from zhijia.schemes.grants.sums import MONEY
from zhijia.schemes.words import said

PAYS, STANDS = gettext_noop("%(label)s："), gettext_noop("%(label)s，有效%(months)s个月")
FOR_GOOD = gettext_noop("%(label)s，长期有效")
IS, BY = "%(amount)s", gettext_noop("按“%(fact)s”：")
ROW = gettext_noop("%(value)s：%(amount)s")
WHEN = gettext_noop("%(condition)s：")
SHARE = gettext_noop("%(fact)s的%(percent)s%%")
GAP = gettext_noop("补足%(fact)s到%(line)s的差额")
MOST = gettext_noop("%(title)s（%(amount)s）")
ONCE = gettext_noop("同一%(words)s只发一次")
WORDS = {"applicant": "申请人", "year": "年度"}
Line = tuple[int, Problem]


def sum_lines(grant: Grant, edition: CaseEdition, book: Rulebook) -> Iterator[Line]:
    """(depth, sentence) of one grant."""
    if grant.stands is not None:
        months = grant.stands.months
        count = int(book.numbers[months]) if isinstance(months, str) else months
        yield 0, Problem(STANDS if count else FOR_GOOD, label=said(grant.stands.label), months=count)
    if grant.pays is not None:
        yield 0, Problem(PAYS, label=said(grant.pays.label))
        yield from _sum(grant.pays.amount, book, 1)
        if per := grant.pays.once_per:
            words = "、".join(said(edition.asks[key].label if key in edition.asks else WORDS[key]) for key in per)
            yield 1, Problem(ONCE, words=words)


def _sum(rule: Sum, book: Rulebook, depth: int) -> Iterator[Line]:
    if rule.fixed is not None:
        yield depth, Problem(IS, amount=amount_words(rule.fixed, MONEY, book))
    if rule.table:
        fact = book.facts[rule.table]
        yield depth, Problem(BY, fact=said(fact.label))
        for key, amount in rule.rows.items():
            value = said(fact.choices.get(key, key))
            yield depth + 1, Problem(ROW, value=value, amount=amount_words(amount, MONEY, book))
    for branch in rule.first:
        for line in rule_lines(branch.when, book, depth):
            if branch.when.meets:
                title = said(book.named[branch.when.meets].title)
                yield depth, Problem(WHEN, condition=title)
                break
            yield line.depth, line.words
        yield from _sum(branch.amount, book, depth + 1)
    if rule.share_of:
        percent = format(book.number(rule.percent).normalize(), "f")
        yield depth, Problem(SHARE, fact=said(book.facts[rule.share_of].label), percent=percent)
    if rule.gap_to is not None:
        full = amount_words(rule.gap_to, MONEY, book)
        yield depth, Problem(GAP, fact=said(book.facts[rule.gap_from].label), line=full)
    for cap in rule.caps:
        yield depth, Problem(MOST, title=said(cap.title), amount=amount_words(cap.at, MONEY, book))
