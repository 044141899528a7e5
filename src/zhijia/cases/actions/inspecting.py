"""What an inspection or a panel found at a step, as it is kept with the record."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from zhijia.cases.actions.turn import Turn
from zhijia.cases.procedures import Facts, procedure_of
from zhijia.cases.rules.panels import panel_result
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.inspections import Result, read_result
from zhijia.schemes.steps import Step
from zhijia.schemes.words import said

GAPS = gettext_noop("“%(list)s”还有未达到的项目：%(items)s。请整改后再验收，或退回上一步。")


def inspected(
    turn: Turn, row: Any, step: Step, marks: Mapping[str, Mapping[str, str]], presets: Mapping[str, str]
) -> Facts:
    """Results of the step's checklists; one with a gap does not let the case on."""
    if not step.checklists:
        return {}
    kind = procedure_of(turn.edition.case).kind(row)
    results = {}
    for key in step.checklists:
        checklist = catalogue().checklists[key]
        preset = presets.get(key) or checklist.preset_for(kind)
        if preset not in checklist.presets:
            preset = checklist.preset_for(kind)
        result = read_result(checklist, preset, kind, marks.get(key, {}))
        if not result.whole:
            raise Problem(GAPS, list=said(checklist.title), items="、".join(gaps(result)))
        results[key] = result.model_dump()
    return {"checklists": results}


def gaps(result: Result) -> list[str]:
    """Labels of the items that are not met."""
    items = catalogue().checklists[result.checklist].presets[result.preset].items
    return [said(items[key].label) for key, mark in result.marks.items() if mark == "no"]


def judged(turn: Turn, step: Step) -> Facts:
    """What a panel's scores come to."""
    if step.panel is None:
        return {}
    scores = [Decimal(one.data["score"]) for one in turn.before.scores]
    result = panel_result(scores, turn.limits.number(step.panel.spread))
    if result is None:
        return {}
    return {"panel": {"mean": str(result.mean), "counted": result.counted, "given": result.given,
                      "spread": str(result.spread), "wide": result.wide}}  # fmt: skip
