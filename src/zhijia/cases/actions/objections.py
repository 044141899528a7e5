"""Objections to a notice: received while it hangs, from anyone with the link; answered by who has the case."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.turn import Turn, Verb, begin
from zhijia.cases.models import Case, Notice, StepRecord
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.registers.base.sealing import keyring

NO_NOTICE = gettext_noop("没有这份公示，或公示期已经结束。")
OVER = gettext_noop("公示期已于%(closes)s结束，不再受理异议；请直接向%(contact)s反映。")
NOT_YET = gettext_noop("公示从%(opens)s开始。")
NO_WORDS = gettext_noop("请写明异议的内容。")
TOO_LONG = gettext_noop("异议内容最多%(most)s个字，请缩短。")
MOST = 1000
WHO = "cases.objector"
NO_OBJECTION = gettext_noop("没有这条待答复的异议，可能已有人答复，请刷新页面。")
NO_ANSWER = gettext_noop("请写明核实情况和答复意见。")


@transaction.atomic
def object_to_notice(
    *, notice: Notice, words: str, name: str, reach: str, on: dt.date, at: dt.datetime, key: str
) -> StepRecord:
    """An objection by anyone with the link, named or not; refused once the notice is over."""
    if on < notice.opens_on:
        raise Problem(NOT_YET, opens=notice.opens_on)
    if on > notice.closes_on:
        raise Problem(OVER, closes=notice.closes_on, contact=notice.contact)
    turn = begin(case=notice.record.case, by=None, on=on, at=at, key=key, seen=_last(notice), verbs=(Verb.OBJECTED,))
    if turn.again is not None:
        return turn.again
    if turn.before.notice is None or turn.before.notice.sequence != notice.record.sequence:
        raise NotFound(NO_NOTICE)
    if not words.strip():
        raise Problem(NO_WORDS)
    if len(words.strip()) > MOST:
        raise Problem(TOO_LONG, most=MOST)
    who = "　".join(part.strip()[:60] for part in (name, reach) if part.strip())
    data = {"who": keyring().seal(who, WHO) if who else ""}
    record = turn.write(Verb.OBJECTED, step=notice.record.step, text=words, data=data)
    turn.tell("case.objected", title=notice.title)
    return record


@transaction.atomic
def answer_objection(
    *,
    case: Case,
    objection: int,
    upheld: bool,
    answer: str,
    by: Post,
    on: dt.date,
    at: dt.datetime,
    key: str,
    seen: int,
) -> StepRecord:
    """Answer one objection by the number of its record; an upheld one takes the notice down."""
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.ANSWERED,))
    if turn.again is not None:
        return turn.again
    turn.insist()
    if objection not in {one.sequence for one in turn.before.objections}:
        raise NotFound(NO_OBJECTION)
    if not answer.strip():
        raise Problem(NO_ANSWER)
    outcome = "upheld" if upheld else "dismissed"
    record = turn.write(
        Verb.ANSWERED, step=_standing(turn), outcome=outcome, text=answer, data={"objection": objection}
    )
    turn.tell("case.answered", answer=record.text)
    return record


def _last(notice: Notice) -> int:
    """An objector has seen nothing but the notice; what happened since does not stand in the way."""
    found: int = notice.record.case.records.order_by("-sequence").values_list("sequence", flat=True)[0]
    return found


def _standing(turn: Turn) -> str:
    return turn.before.step.key if turn.before.step else ""
