"""Appeals: by the applicant within the days an ending allows, answered with reasons."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.ending import NO_REASON
from zhijia.cases.actions.turn import Verb, begin
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.rules.who import Actor, who_answers
from zhijia.kit.problem import Problem, Refused, gettext_noop
from zhijia.schemes.catalogue import catalogue

NO_APPEAL = gettext_noop("这个办件现在不能申诉：没有可申诉的结果，或申诉期已过。")
NOT_APPLICANT = gettext_noop("只有申请人可以申诉。")


@transaction.atomic
def appeal(*, case: Case, reason: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int) -> StepRecord:
    """The applicant appeals within the days the ending allows."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.APPEALED,))
    if turn.again is not None:
        return turn.again
    if by.pk != turn.case.applicant_id:
        raise Refused(NOT_APPLICANT)
    until = turn.before.appeal_until
    if until is None or turn.before.appeal is not None or on > until:
        raise Problem(NO_APPEAL)
    if not reason.strip():
        raise Problem(NO_REASON)
    record = turn.write(Verb.APPEALED, text=reason)
    turn.tell("case.appealed", reason=record.text)
    return record


@transaction.atomic
def answer_appeal(
    *, case: Case, upheld: bool, answer: str, by: Post, on: dt.date, at: dt.datetime, key: str, seen: int
) -> StepRecord:
    """Uphold the appeal, so that the case goes on with the step that ended it, or dismiss it; always with reasons."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.UPHELD, Verb.DISMISSED))
    if turn.again is not None:
        return turn.again
    roles = {key: row.label for key, row in catalogue().roles.roles.items()}
    actor = Actor(by.pk, by.user_id, by.role, by.path)
    who_answers(turn.edition, turn.before, str(turn.case.organisation.path), actor, roles).insist()
    if not answer.strip():
        raise Problem(NO_REASON)
    ended = turn.before.ended
    to = ended.step if upheld and ended is not None and ended.verb != Verb.ENDED else ""
    record = turn.write(Verb.UPHELD if upheld else Verb.DISMISSED, text=answer, to=to)
    turn.tell("case.upheld" if upheld else "case.dismissed", answer=record.text)
    return record
