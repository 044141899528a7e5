"""Taking the step a case stands at: done, voted on, or closed after its notice or panel."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.granting import granted
from zhijia.cases.actions.inspecting import inspected, judged
from zhijia.cases.actions.papers import issue_papers, papers_there
from zhijia.cases.actions.turn import Turn, Verb, begin
from zhijia.cases.models import Case, CasePaper, StepRecord
from zhijia.cases.procedures import Act, Facts, facts_seen, procedure_of, row_of
from zhijia.cases.rules.ready import not_ready
from zhijia.cases.rules.records import Rec
from zhijia.cases.rules.votes import decided
from zhijia.evidence.actions import follow
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.answers import read_answers
from zhijia.schemes.steps import Step
from zhijia.schemes.words import said

PICK = gettext_noop("请选择“%(step)s”的结果：%(allowed)s。")
NO_RESULT = gettext_noop("“%(step)s”没有“%(outcome)s”这个结果，请刷新页面后再选。")
TODAY_ONLY = gettext_noop("“%(step)s”只能按当天日期办理。")
DATED = frozenset({"submit", "act", "visit", "external", "checklist", "confirm"})


@transaction.atomic
def take_step(
    *,
    case: Case,
    by: Post,
    on: dt.date,
    at: dt.datetime,
    key: str,
    seen: int,
    outcome: str = "",
    text: str = "",
    answers: Mapping[str, Any] | None = None,
    marks: Mapping[str, Mapping[str, str]] | None = None,
    presets: Mapping[str, str] | None = None,
) -> StepRecord:
    """Take the step. `answers`: what it asks; `marks`, `presets`: its checklists. Problem when anything is missing."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.DONE, Verb.VOTED))
    if turn.again is not None:
        return turn.again
    turn.insist()
    step = turn.before.step
    assert step is not None
    if step.kind not in DATED and on != turn.today:
        raise Problem(TODAY_ONLY, step=said(step.label))
    _check_outcome(step, outcome)
    if (problem := not_ready(turn.before, turn.limits)) is not None:
        raise problem
    row = row_of(turn.case)
    # What a notice step asks was answered when it was published, and stands as it hung.
    data: Facts = {"answers": {} if step.kind == "notice" else read_answers(step.ask, answers or {})}
    data |= inspected(turn, row, step, marks or {}, presets or {}) | judged(turn, step)
    papers_there(turn.case, step)
    return _write(turn, row, step, outcome, text, data)


def _write(turn: Turn, row: Any, step: Step, outcome: str, text: str, data: Facts) -> StepRecord:
    """Effects and papers belong to the act that decides the step; a vote that decides nothing has neither."""
    verb = Verb.DONE if step.needed == 1 else Verb.VOTED
    told = {**turn.before.answers, **data["answers"]}
    seen = facts_seen(turn.case, row, told)
    papers: list[CasePaper] = []
    if verb == Verb.DONE or _decides(turn, step, outcome):
        assert turn.by is not None
        act = Act(
            turn.case, row, turn.edition, step, turn.before, told, turn.by, turn.on, turn.at,
            inspected=data.get("checklists", {}),
        )  # fmt: skip
        procedure_of(turn.edition.case).asks(act)
        if outcome not in step.ends and step.marks == "granted":
            data["granted"] = granted(turn.edition, turn.case, seen, turn.limits)
        if outcome not in step.ends:
            papers, act = issue_papers(act)
            data |= _effect(act)
    record = turn.write(verb, step=step.key, outcome=outcome, text=text, data=data, seen=seen)
    for paper in papers:
        paper.record = record
        paper.save(force_insert=True)
    words = step.outcomes.get(outcome, "")
    turn.tell("case.step" if not words else "case.decided", step=step.label, outcome=words, text=record.text)
    return record


def _effect(act: Act) -> Facts:
    """What a marked step brings about; evidence goes where the case now belongs."""
    effect = procedure_of(act.edition.case).effects.get(act.step.marks) if act.step.marks else None
    if effect is None:
        return {}
    before = act.case.organisation_id
    made = effect(act)
    if act.case.organisation_id != before:
        follow(subject="cases.case", subject_id=act.case.pk, organisation=act.case.organisation_id)
    return {"made": made}


def _decides(turn: Turn, step: Step, outcome: str) -> bool:
    """Whether this vote settles the step."""
    assert turn.actor is not None
    mine = Rec(turn.before.last + 1, step.key, "voted", turn.on, outcome=outcome, role=turn.actor.role)
    return decided(step, [*turn.before.votes, mine]) is not None


def _check_outcome(step: Step, outcome: str) -> None:
    if step.outcomes and not outcome:
        raise Problem(PICK, step=said(step.label), allowed="、".join(map(said, step.outcomes.values())))
    if outcome and outcome not in step.outcomes:
        raise Problem(NO_RESULT, step=said(step.label), outcome=outcome)
