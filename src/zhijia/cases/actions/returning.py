"""Going back: a case returned to an earlier step with reasons; an approved answer changed, so that its step opens again."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.turn import Turn, Verb, begin
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.procedures import facts_seen, row_of
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.answers import read_answers
from zhijia.schemes.words import said

NO_REASON = gettext_noop("退回须写明原因，告诉对方要补正什么。")
NO_SUCH_STEP = gettext_noop("不能退回到这里，请选择已办过的步骤。")
FIXED = gettext_noop("“%(step)s”已经生效，不能退回到它之前；登记有误的请在台账中更正。")
NO_CHANGE = gettext_noop("填报内容没有改动。")
NOT_GIVEN = gettext_noop("“%(label)s”还没有填报，请在相应步骤填写。")
NOT_YOURS = gettext_noop("填报内容由申请人或当前经办人修改。")
WHY = gettext_noop("请写明修改的原因。")


@transaction.atomic
def return_case(
    *, case: Case, to: str, reason: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> StepRecord:
    """Send the case back to a step done earlier; everything from there on is to be done again."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.RETURNED,))
    if turn.again is not None:
        return turn.again
    turn.insist()
    if not reason.strip():
        raise Problem(NO_REASON)
    if to not in steps_back(turn):
        _refuse(turn, to)
    standing = turn.before.step
    record = turn.write(Verb.RETURNED, step=standing.key if standing else "", text=reason, to=to)
    turn.tell("case.returned", step=turn.edition.step(to).label, reason=record.text)
    return record


@transaction.atomic
def change_answers(
    *, case: Case, answers: Mapping[str, Any], reason: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> StepRecord:
    """Change what was filled in. When a step that is done had approved it, the case goes back to that step."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.CHANGED,))
    if turn.again is not None:
        return turn.again
    if by.pk != turn.case.applicant_id:
        turn.insist()
    if turn.before.step is None:
        turn.insist()
    if not reason.strip():
        raise Problem(WHY)
    changed = _changed(turn, answers)
    order = turn.edition.order
    back = [key for key in turn.before.done if set(turn.edition.step(key).approves) & set(changed)]
    to = min(back, key=order.__getitem__, default="")
    if to and to not in steps_back(turn):
        _refuse(turn, to)
    row = row_of(turn.case)
    told = {**turn.before.answers, **changed}
    old = {name: turn.before.answers.get(name) for name in changed}
    record = turn.write(
        Verb.CHANGED, step=turn.before.step.key if turn.before.step else "", text=reason, to=to,
        data={"answers": changed, "old": old}, seen=facts_seen(turn.case, row, told),
    )  # fmt: skip
    labels = "、".join(turn.edition.asks[name].label for name in changed)
    turn.tell("case.changed", answers=labels, reason=record.text)
    return record


def steps_back(turn: Turn) -> list[str]:
    """Steps the case may go back to: done ones, none before a step that has taken effect."""
    order = turn.edition.order
    effects = [order[key] for key in turn.before.done if turn.edition.step(key).final]
    floor = max(effects, default=-1)
    return [key for key in turn.before.done if order[key] > floor]


def _refuse(turn: Turn, to: str) -> None:
    effective = [key for key in turn.before.done if turn.edition.step(key).final]
    if to in turn.before.done and effective:
        raise Problem(FIXED, step=said(turn.edition.step(effective[-1]).label))
    raise Problem(NO_SUCH_STEP)


def _changed(turn: Turn, answers: Mapping[str, Any]) -> dict[str, str | bool]:
    asks = turn.edition.asks
    given = turn.before.answers
    for name in answers:
        if name in asks and name not in given:
            raise Problem(NOT_GIVEN, label=said(asks[name].label))
    read = read_answers({name: ask for name, ask in asks.items() if name in answers}, answers)
    changed = {name: value for name, value in read.items() if given.get(name) != value}
    if not changed:
        raise Problem(NO_CHANGE)
    return changed
