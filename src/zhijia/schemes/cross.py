"""Whether a case edition leads anywhere: every step can be reached, every role and parameter it names is written."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition, Ending
from zhijia.schemes.codes import CodeList
from zhijia.schemes.cross_rules import rule_faults, unknown_parameters
from zhijia.schemes.errors import NOT_ITS_NAME, CatalogueError
from zhijia.schemes.grants.book import facts_of
from zhijia.schemes.parameters import DatedValue, Parameter
from zhijia.schemes.roles import RoleTable
from zhijia.schemes.source import KeyPath, read_source
from zhijia.schemes.steps import Step

UNKNOWN = gettext_noop("“%(word)s”没有定义，可用的：%(allowed)s。")
NEAR = gettext_noop("“%(word)s”没有定义，是否想写“%(near)s”？")
LEVEL = gettext_noop("岗位“%(role)s”不设在这一级，请改岗位或 level。")
NO_STEPS = gettext_noop("一个步骤也没有，办件无法开始，请至少写一步。")
TWICE = gettext_noop("步骤“%(word)s”写了两次，键在一个办件内只能出现一次。")
UNREACHABLE = gettext_noop("步骤“%(word)s”永远走不到：请指向它之前的步骤，并写该步骤 outcomes 里的一个结果。")
BAD_START = gettext_noop("步骤“%(word)s”的时限须从它之前的步骤起算。")
BAD_APART = gettext_noop("步骤“%(word)s”：apart 须写它之前的步骤。")
NO_HOLD = gettext_noop("步骤“%(word)s”：公示（notice）须写 hold_days，其他步骤不写。")
STEP_ENDING = gettext_noop("没有步骤“%(word)s”，请写 steps 里的键。")
NO_ENDING = gettext_noop("步骤“%(word)s”：ends 写“结果: 终止”，结果须在 outcomes 里，终止须在 endings 里。")
BAD_VOTES = gettext_noop("步骤“%(word)s”：votes 写 any、all 或 1 至 by 的岗位数。")
NO_PANEL = gettext_noop("步骤“%(word)s”：评审（panel）须写 panel，其他步骤不写。")
NO_LIST = gettext_noop("步骤“%(word)s”：验收（checklist）须写 checklists，其他步骤不写。")
EVEN_PANEL = gettext_noop("步骤“%(word)s”：评审组人数须为单数，否则容易评成平局，请改 panel 的 least。")
SHORT = gettext_noop("步骤“%(word)s”：公示%(days)s天，少于规定的%(least)s天（%(source)s），请改 hold_days。")
ASKED_TWICE = gettext_noop("“%(word)s”问了两次，一个办件内同一项只问一次。")
NEVER_ASKED = gettext_noop("步骤“%(word)s”：approves 里有此前没有问过的项，请写 ask 里的键。")
NO_APPEAL = gettext_noop("终止“%(word)s”：写了 appeal_days 就要写 appeal_to，请补上由谁答复。")

LEAST_NOTICE = "notice.least-days"


@dataclass(frozen=True)
class Words:
    """What a case edition may name."""

    roles: RoleTable
    parameters: Mapping[str, Parameter]
    checklists: Collection[str] = ()
    codes: Mapping[str, CodeList] = field(default_factory=dict)


def check_edition(path: Path, edition: CaseEdition, words: Words) -> None:
    """Raise CatalogueError for the first word of the edition that nobody defined; file, line, key, nearest word."""
    if path.stem != edition.name:
        raise CatalogueError(path.name, 1, "case", Problem(NOT_ITS_NAME, key=edition.name))
    for where, problem in _faults(edition, words):
        raise CatalogueError(path.name, read_source(path).line_of(where), str(where[-1]), problem)


def _faults(edition: CaseEdition, words: Words) -> Iterator[tuple[KeyPath, Problem]]:
    if not edition.steps:
        yield ("steps",), Problem(NO_STEPS)
    earlier: dict[str, Step] = {}
    asked = set(edition.ask)
    for at, step in enumerate(edition.steps):
        faults = [*_misplaced(step, earlier), *_unmet(step, edition, asked)]
        earlier[step.key] = step
        asked |= set(step.ask)
        for key, template in faults:
            yield ("steps", at, key), Problem(template, word=step.key)
        for key, problem in _unknown_words(step, words):
            yield ("steps", at, key), problem
    for role in edition.seen_by:
        if role not in words.roles.roles:
            yield ("seen_by",), _unknown(role, words.roles.roles)
    for name, ending in edition.endings.items():
        for side, problem in _lost_ending(name, ending, earlier, words):
            yield ("endings", name, side), problem
    for place, parameter in unknown_parameters(edition, words.parameters):
        yield place, _unknown(parameter, words.parameters)
    yield from rule_faults(edition, facts_of(edition, words.codes))


def _unknown_words(step: Step, words: Words) -> Iterator[tuple[str, Problem]]:
    """Roles, parameters and checklists that nobody wrote."""
    for key, roles in (("by", step.by), ("stand_in", step.stand_in)):
        for role in roles:
            if role not in words.roles.roles:
                yield key, _unknown(role, words.roles.roles)
            elif key == "by" and step.level not in words.roles.roles[role].levels:
                yield key, Problem(LEVEL, role=role)
    least = _least_notice(words)
    if least is not None and isinstance(step.hold_days, int) and 0 < step.hold_days < least.value:
        told = {"days": step.hold_days, "least": least.value, "source": least.source}
        yield "hold_days", Problem(SHORT, word=step.key, **told)
    named = [("days", step.days), ("hold_days", step.hold_days)]
    named += [("panel", word) for word in ((step.panel.least, step.panel.spread) if step.panel else ())]
    for key, word in named:
        if isinstance(word, str) and word not in words.parameters:
            yield key, _unknown(word, words.parameters)
    for word in step.checklists:
        if word not in words.checklists:
            yield "checklists", _unknown(word, words.checklists)


def _least_notice(words: Words) -> DatedValue | None:
    """The shortest notice the county's rules allow, as last set."""
    found = words.parameters.get(LEAST_NOTICE)
    return found.values[-1] if found is not None else None


def _unmet(step: Step, edition: CaseEdition, asked: Collection[str]) -> Iterator[tuple[str, str]]:
    """(key of the fault, sentence) for parts of a step that do not fit one another."""
    if any(word not in step.outcomes or ending not in edition.endings for word, ending in step.ends.items()):
        yield "ends", NO_ENDING
    if not 1 <= step.needed <= len(step.by):
        yield "votes", BAD_VOTES
    if (step.kind == "panel") != (step.panel is not None):
        yield "panel", NO_PANEL
    if step.panel is not None and isinstance(step.panel.least, int) and step.panel.least % 2 == 0:
        yield "panel", EVEN_PANEL
    if (step.kind == "checklist") != bool(step.checklists):
        yield "checklists", NO_LIST
    if set(step.ask) & set(asked):
        yield "ask", ASKED_TWICE
    if set(step.approves) - set(asked) - set(step.ask):
        yield "approves", NEVER_ASKED


def _lost_ending(name: str, ending: Ending, steps: Mapping[str, Step], words: Words) -> Iterator[tuple[str, Problem]]:
    """(key of the fault, problem) for an ending that names a step, role or parameter nobody wrote."""
    for side, word in (("after", ending.after), ("before", ending.before)):
        if word and word not in steps:
            yield side, Problem(STEP_ENDING, word=word)
    for side, roles in (("by", ending.by), ("appeal_to", ending.appeal_to)):
        for role in roles:
            if role not in words.roles.roles:
                yield side, _unknown(role, words.roles.roles)
    if isinstance(ending.appeal_days, str) and ending.appeal_days not in words.parameters:
        yield "appeal_days", _unknown(ending.appeal_days, words.parameters)
    if ending.appeal_days and not ending.appeal_to:
        yield "appeal_to", Problem(NO_APPEAL, word=name)


def _misplaced(step: Step, earlier: Mapping[str, Step]) -> Iterator[tuple[str, str]]:
    """(key of the fault, sentence) for a step that repeats, cannot be reached, counts from nowhere or misses its hold."""
    if step.key in earlier:
        yield "key", TWICE
    for node in step.when.walk() if step.when is not None else ():
        asked = earlier.get(node.step)
        if node.step and (asked is None or node.outcome not in asked.outcomes):
            yield "when", UNREACHABLE
    if any(word not in earlier for word in step.apart):
        yield "apart", BAD_APART
    if step.since and step.since not in earlier:
        yield "since", BAD_START
    if (step.kind == "notice") != bool(step.hold_days):
        yield "hold_days", NO_HOLD


def _unknown(word: str, allowed: Collection[str]) -> Problem:
    near = difflib.get_close_matches(word, list(allowed), n=1)
    return Problem(NEAR, word=word, near=near[0]) if near else Problem(UNKNOWN, word=word, allowed="、".join(allowed))
