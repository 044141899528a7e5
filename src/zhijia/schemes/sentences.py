"""An edition in sentences, part by part, as an officer reads it: what it asks, what it wants, how it decides, who acts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import Catalogue
from zhijia.schemes.conditions.rulebook import Rulebook
from zhijia.schemes.conditions.wording import rule_lines
from zhijia.schemes.grants import book_of
from zhijia.schemes.grants.wording import sum_lines
from zhijia.schemes.steps import Step
from zhijia.schemes.words import said

PARTS = {
    "head": gettext_noop("依据和范围"), "ask": gettext_noop("申请时填写"), "evidence": gettext_noop("要交的材料"),
    "eligible": gettext_noop("资格条件"), "refuse": gettext_noop("不予受理的情形"), "grants": gettext_noop("资助"),
    "steps": gettext_noop("办理步骤"), "endings": gettext_noop("终止和申诉"),
}  # fmt: skip
BASIS = gettext_noop("依据：%(basis)s")
WINDOW = gettext_noop("受理：%(opens)s至%(closes)s")
ANY_TIME = gettext_noop("受理：全年")
ASKED = gettext_noop("%(label)s（%(kind)s）")
OPTIONS = gettext_noop("%(label)s：%(options)s")
PAPER, PAPER_IF = gettext_noop("%(label)s（必交）"), gettext_noop("%(label)s，在以下情况下必交：")
MAY, PROVES = gettext_noop("%(label)s（可不交）"), gettext_noop("没有它不能认定：%(facts)s")
STEP = gettext_noop("%(number)s. %(label)s：由%(roles)s办理")
LIMIT, NO_LIMIT = gettext_noop("%(step)s，时限%(days)s%(unit)s"), gettext_noop("%(step)s，不限时")
HOLD = gettext_noop("%(step)s，公示%(days)s%(unit)s")
VOTES = gettext_noop("%(step)s，须%(count)s个岗位同意")
APART = gettext_noop("不得由办过“%(steps)s”的人办理")
STAND_IN = gettext_noop("没有人的，由%(roles)s代办")
RESULTS = gettext_noop("结果：%(outcomes)s")
ONLY_IF = gettext_noop("只在以下情况下办理：")
GRANTS_HERE = gettext_noop("由这一步作出决定：条件不齐备的不能批准")
ENDING, APPEAL = "%(label)s", gettext_noop("%(label)s，%(days)s天内可向%(roles)s申诉")
WORKDAYS, DAYS = gettext_noop("个工作日"), gettext_noop("天")
KINDS = {
    "text": gettext_noop("文字"), "long": gettext_noop("文字"), "number": gettext_noop("数字"), "money": gettext_noop("金额"),
    "date": gettext_noop("日期"), "flag": gettext_noop("是否"), "choice": gettext_noop("选择"),
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One line of a part: how deep it stands, and its sentence."""

    depth: int
    words: Problem


@dataclass(frozen=True)
class Part:
    """One part of an edition; an empty one is not shown."""

    key: str
    title: str
    lines: Sequence[Said]


def day_for(edition: CaseEdition, on: dt.date) -> dt.date:
    """The day whose numbers a page shows: today, or the first day of an edition whose year is still to come."""
    opens = edition.window.opens if edition.window else dt.date(edition.edition, 1, 1)
    return max(on, opens)


def parts_of(edition: CaseEdition, catalogue: Catalogue, on: dt.date) -> list[Part]:
    """Every part that says something, in the order an officer reads them."""
    book = book_of(edition, day_for(edition, on), catalogue)
    made = {
        "head": _head(edition), "ask": _asked(edition), "evidence": _papers(edition, book),
        "eligible": _eligible(edition, book), "refuse": _refusals(edition, book), "grants": _grants(edition, book),
        "steps": _steps(edition, catalogue, book), "endings": _endings(edition, catalogue, book),
    }  # fmt: skip
    parts = [Part(key, PARTS[key], [*lines]) for key, lines in made.items()]
    return [part for part in parts if part.lines]


def _head(edition: CaseEdition) -> Iterator[Said]:
    yield Said(0, Problem(BASIS, basis=edition.basis))
    if edition.window is not None:
        yield Said(0, Problem(WINDOW, opens=edition.window.opens, closes=edition.window.closes))
    elif edition.decides:
        yield Said(0, Problem(ANY_TIME))


def _asked(edition: CaseEdition) -> Iterator[Said]:
    for ask in edition.ask.values():
        if ask.choices:
            yield Said(0, Problem(OPTIONS, label=said(ask.label), options="、".join(map(said, ask.choices.values()))))
        else:
            yield Said(0, Problem(ASKED, label=said(ask.label), kind=Problem(KINDS[ask.type])))


def _papers(edition: CaseEdition, book: Rulebook) -> Iterator[Said]:
    for paper in edition.evidence:
        template = PAPER_IF if paper.when is not None else PAPER if paper.required else MAY
        yield Said(0, Problem(template, label=said(paper.label)))
        if paper.when is not None:
            yield from (Said(line.depth + 1, line.words) for line in rule_lines(paper.when, book))
        if paper.proves:
            facts = "、".join(said(book.facts[key].label) for key in paper.proves)
            yield Said(1, Problem(PROVES, facts=facts))


def _eligible(edition: CaseEdition, book: Rulebook) -> Iterator[Said]:
    if edition.eligible is not None:
        yield from (Said(line.depth, line.words) for line in rule_lines(edition.eligible, book))


def _refusals(edition: CaseEdition, book: Rulebook) -> Iterator[Said]:
    for refusal in edition.refuse_if:
        yield Said(0, Problem("%(why)s", why=said(refusal.why)))
        yield from (Said(line.depth + 1, line.words) for line in rule_lines(refusal.when, book))


def _grants(edition: CaseEdition, book: Rulebook) -> Iterator[Said]:
    for grant in edition.grants:
        yield from (Said(depth, words) for depth, words in sum_lines(grant, edition, book))


def _steps(edition: CaseEdition, catalogue: Catalogue, book: Rulebook) -> Iterator[Said]:
    for number, step in enumerate(edition.steps, 1):
        yield Said(0, _step(number, step, catalogue, book))
        if step.when is not None:
            yield Said(1, Problem(ONLY_IF))
            yield from (Said(line.depth + 2, line.words) for line in rule_lines(step.when, book))
        if step.stand_in:
            yield Said(1, Problem(STAND_IN, roles=_roles(step.stand_in, catalogue)))
        if step.outcomes:
            yield Said(1, Problem(RESULTS, outcomes="、".join(map(said, step.outcomes.values()))))
        if step.apart:
            yield Said(1, Problem(APART, steps="、".join(said(edition.step(key).label) for key in step.apart)))
        if step.marks == "granted":
            yield Said(1, Problem(GRANTS_HERE))


def _step(number: int, step: Step, catalogue: Catalogue, book: Rulebook) -> Problem:
    found = Problem(STEP, number=number, label=said(step.label), roles=_roles(step.by, catalogue))
    unit = Problem(WORKDAYS if step.counting == "workdays" else DAYS)
    if step.needed > 1:
        found = Problem(VOTES, step=found, count=step.needed)
    if step.hold_days:
        return Problem(HOLD, step=found, days=_number(step.hold_days, catalogue, book), unit=unit)
    if step.days:
        return Problem(LIMIT, step=found, days=_number(step.days, catalogue, book), unit=unit)
    return Problem(NO_LIMIT, step=found)


def _endings(edition: CaseEdition, catalogue: Catalogue, book: Rulebook) -> Iterator[Said]:
    for ending in edition.endings.values():
        told = {"label": said(ending.label)}
        if ending.appeal_days:
            days = _number(ending.appeal_days, catalogue, book)
            yield Said(0, Problem(APPEAL, **told, days=days, roles=_roles(ending.appeal_to, catalogue)))
        else:
            yield Said(0, Problem(ENDING, **told))


def _number(word: int | str, catalogue: Catalogue, book: Rulebook) -> int:
    return int(catalogue.number(word, book.on)) if isinstance(word, str) else word


def _roles(roles: Sequence[str], catalogue: Catalogue) -> str:
    return "、".join(said(catalogue.roles.roles[role].label) for role in roles)
