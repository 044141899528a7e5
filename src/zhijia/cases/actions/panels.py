"""A panel: who sits on it, what each gives, who stands back because of an interest."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.turn import Turn, Verb, begin
from zhijia.cases.models import Case, StepRecord
from zhijia.kit.problem import Conflict, Problem, Refused, gettext_noop

NO_PANEL_HERE = gettext_noop("当前步骤不需要评审组。")
TOO_FEW = gettext_noop("评审组至少%(least)s人，现为%(count)s人，请增加。")
EVEN = gettext_noop("评审组人数应为单数，现为%(count)s人，请增减一人。")
TWICE = gettext_noop("评审组成员不能重复。")
SEATED = gettext_noop("评审组已经确定，请刷新页面。")
NOT_SEATED = gettext_noop("您不在这个办件的评审组内。")
GIVEN = gettext_noop("您已经评分或回避，不能再改。")
BAD_SCORE = gettext_noop("评分应为0到100之间的数，最多两位小数，现为“%(score)s”。")
NO_REASON = gettext_noop("回避须写明原因。")


@transaction.atomic
def seat_panel(
    *, case: Case, members: Sequence[Post], by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> list[StepRecord]:
    """Name the panel of the present step: at least as many as the edition says, an odd number."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.SEATED,))
    if turn.again is not None:
        return [one for one in turn.records if one.verb == Verb.SEATED and one.step == turn.again.step]
    turn.insist()
    step = turn.before.step
    if step is None or step.panel is None:
        raise Problem(NO_PANEL_HERE)
    if turn.before.seats:
        raise Conflict(SEATED)
    least = turn.limits.number(step.panel.least)
    if len({member.user_id for member in members}) != len(members):
        raise Problem(TWICE)
    if len(members) < least:
        raise Problem(TOO_FEW, least=least, count=len(members))
    if len(members) % 2 == 0:
        raise Problem(EVEN, count=len(members))
    made = [turn.write(Verb.SEATED, step=step.key, about=member) for member in members]
    turn.tell("case.panel", members="、".join(str(member.user) for member in members))
    return made


@transaction.atomic
def score(
    *, case: Case, score: str, text: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> StepRecord:
    """One member's score, 0 to 100."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.SCORED,))
    if turn.again is not None:
        return turn.again
    step = _seated(turn, by)
    try:
        value = Decimal(score.strip())
    except InvalidOperation:
        raise Problem(BAD_SCORE, score=score[:20]) from None
    if not value.is_finite() or not 0 <= value <= 100 or value != value.quantize(Decimal("0.01")):
        raise Problem(BAD_SCORE, score=score[:20])
    record = turn.write(Verb.SCORED, step=step, text=text, data={"score": format(value.normalize(), "f")})
    turn.tell("case.scored", step=turn.edition.step(step).label)
    return record


@transaction.atomic
def recuse(*, case: Case, reason: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int) -> StepRecord:
    """A member with an interest stands back; the score is made without this member."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.RECUSED,))
    if turn.again is not None:
        return turn.again
    step = _seated(turn, by)
    if not reason.strip():
        raise Problem(NO_REASON)
    record = turn.write(Verb.RECUSED, step=step, text=reason)
    turn.tell("case.recused", reason=record.text)
    return record


def _seated(turn: Turn, by: Post) -> str:
    state = turn.before
    if state.step is None or by.pk not in state.seats:
        raise Refused(NOT_SEATED)
    if by.pk in state.recused or any(one.post == by.pk for one in state.scores):
        raise Conflict(GIVEN)
    return state.step.key
