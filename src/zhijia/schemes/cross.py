"""Whether a case edition leads anywhere: every step can be reached, every role and parameter it names is written."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.errors import CatalogueError
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
NO_HOLD = gettext_noop("步骤“%(word)s”：公示（notice）须写 hold_days，其他步骤不写。")
STEP_ENDING = gettext_noop("没有步骤“%(word)s”，请写 steps 里的键。")


def check_case(path: Path, edition: CaseEdition, roles: RoleTable, parameters: Collection[str]) -> None:
    """Raise CatalogueError for the first word of the edition that nobody defined; file, line, key, nearest word."""
    for where, problem in _faults(edition, roles, parameters):
        raise CatalogueError(path.name, read_source(path).line_of(where), str(where[-1]), problem)


def _faults(edition: CaseEdition, roles: RoleTable, parameters: Collection[str]) -> Iterator[tuple[KeyPath, Problem]]:
    if not edition.steps:
        yield ("steps",), Problem(NO_STEPS)
    earlier: dict[str, Step] = {}
    for at, step in enumerate(edition.steps):
        for key, template in _misplaced(step, earlier):
            yield ("steps", at, key), Problem(template, word=step.key)
        earlier[step.key] = step
        for role in step.by:
            if role not in roles.roles:
                yield ("steps", at, "by"), _unknown(role, roles.roles)
            elif step.level not in roles.roles[role].levels:
                yield ("steps", at, "by"), Problem(LEVEL, role=role)
        for name, word in (("days", step.days), ("hold_days", step.hold_days)):
            if isinstance(word, str) and word not in parameters:
                yield ("steps", at, name), _unknown(word, parameters)
    for name, ending in edition.endings.items():
        for side, word in (("after", ending.after), ("before", ending.before)):
            if word and word not in earlier:
                yield ("endings", name, side), Problem(STEP_ENDING, word=word)


def _misplaced(step: Step, earlier: Mapping[str, Step]) -> Iterator[tuple[str, str]]:
    """(key of the fault, sentence) for a step that repeats, cannot be reached, counts from nowhere or misses its hold."""
    if step.key in earlier:
        yield "key", TWICE
    if step.when is not None:
        asked = earlier.get(step.when.step)
        if asked is None or step.when.outcome not in asked.outcomes:
            yield "when", UNREACHABLE
    if step.since and step.since not in earlier:
        yield "since", BAD_START
    if (step.kind == "notice") != bool(step.hold_days):
        yield "hold_days", NO_HOLD


def _unknown(word: str, allowed: Collection[str]) -> Problem:
    near = difflib.get_close_matches(word, list(allowed), n=1)
    return Problem(NEAR, word=word, near=near[0]) if near else Problem(UNKNOWN, word=word, allowed="、".join(allowed))
