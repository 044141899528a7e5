"""The line of steps of a case: done, present, to come; and to which it may go back."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhijia.cases.models import StepRecord
from zhijia.cases.rules import State
from zhijia.cases.rules.whens import may_come
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions import Rulebook
from zhijia.schemes.steps import Step


@dataclass(frozen=True)
class Stage:
    """One step on the line: done (by whom, when), present, or to come."""

    step: Step
    standing: str
    record: StepRecord | None = None


def stages_of(edition: CaseEdition, state: State, records: Sequence[StepRecord], book: Rulebook) -> list[Stage]:
    """The whole line, steps that the case has passed by left out."""
    by_sequence = {one.sequence: one for one in records}
    stages = []
    for step in edition.steps:
        done = state.done.get(step.key)
        if done is not None:
            stages.append(Stage(step, "done", by_sequence[done.sequence]))
        elif state.step is not None and state.step.key == step.key:
            stages.append(Stage(step, "now"))
        elif may_come(step, state.answers, state.done, book):
            stages.append(Stage(step, "later"))
    return stages


def back_from(edition: CaseEdition, state: State) -> list[Step]:
    """Steps to which the case may go back: done ones, none before a step that has taken effect."""
    order = edition.order
    floor = max((order[key] for key in state.done if edition.step(key).final), default=-1)
    return [edition.step(key) for key in state.done if order[key] > floor]
