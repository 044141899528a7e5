"""Ending a case before its last step, appealing against an ending, answering the appeal."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.turn import Turn, Verb, begin
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.rules.endings import may_end
from zhijia.kit.problem import Problem, gettext_noop

NO_REASON = gettext_noop("请写明原因。")


@transaction.atomic
def end_case(
    *, case: Case, ending: str, reason: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> StepRecord:
    """End the case in one of the ways its edition names."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.ENDED,))
    if turn.again is not None:
        return turn.again
    own = by.pk == turn.case.applicant_id
    if not own and by.role not in _enders(turn, ending):
        turn.insist()
    elif not own:
        by.may("cases.act", turn.case.organisation).insist()
    may_end(turn.edition, turn.before, ending).insist()
    if not reason.strip():
        raise Problem(NO_REASON)
    record = turn.write(Verb.ENDED, step=_standing(turn), outcome=ending, text=reason)
    turn.tell("case.ended", ending=turn.edition.endings[ending].label, reason=record.text)
    return record


def _enders(turn: Turn, ending: str) -> tuple[str, ...]:
    found = turn.edition.endings.get(ending)
    return found.by if found else ()


def _standing(turn: Turn) -> str:
    return turn.before.step.key if turn.before.step else ""
