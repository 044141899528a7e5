"""Publishing a notice, receiving objections to it, answering them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.turn import Verb, begin
from zhijia.cases.models import Case, Notice
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.papers.check.privacy import leaks
from zhijia.schemes.answers import read_answers

NO_NOTICE_HERE = gettext_noop("当前步骤不需要公示。")
HANGS = gettext_noop("公示已经发布，到%(until)s结束。")
UNANSWERED = gettext_noop("还有异议没有答复，请先答复再重新公示。")
TOO_SHORT = gettext_noop("公示期不能少于%(days)s天：从%(opens)s起至少到%(least)s，现为%(closes)s。")
BEFORE_TODAY = gettext_noop("公示开始日期%(opens)s已经过去，请从今天或以后开始。")
EMPTY = gettext_noop("请填写公示的标题、内容和受理异议的单位、电话。")
LEAK = gettext_noop("公示内容不能发布：%(faults)s")


@transaction.atomic
def publish_notice(
    *,
    case: Case,
    title: str,
    lines: Sequence[tuple[str, str]],
    contact: str,
    opens: dt.date,
    closes: dt.date,
    place: str,
    token: str,
    answers: Mapping[str, Any] | None = None,
    by: Post,
    on: dt.date,
    at: dt.datetime,
    key: str,
    seen: int,
) -> Notice:
    """Hang the notice of the present step. `lines` as masked; `token`: chance from the edge, the end of the link;
    `answers`: what the step asks, which stands from now on as it was published.

    Problem when it would hang shorter than the edition says, or when it gives away a number of a person.
    """
    turn = begin(case=case, by=by, on=on, at=at, key=key, seen=seen, verbs=(Verb.PUBLISHED,))
    if turn.again is not None:
        return Notice.objects.get(record=turn.again)
    turn.insist()
    step = turn.before.step
    if step is None or step.kind != "notice":
        raise Problem(NO_NOTICE_HERE)
    if turn.before.notice is not None:
        raise Conflict(HANGS, until=turn.before.notice.closes)
    if turn.before.objections:
        raise Conflict(UNANSWERED)
    if opens < turn.today:
        raise Problem(BEFORE_TODAY, opens=opens)
    least = turn.limits.last_of_notice(step, opens)
    if closes < least:
        days = turn.limits.number(step.hold_days)
        raise Problem(TOO_SHORT, days=days, opens=opens, least=least, closes=closes)
    check_words(title, lines, contact)
    told = read_answers(step.ask, answers or {})
    data = {"opens_on": opens.isoformat(), "closes_on": closes.isoformat(), "place": place, "answers": told}
    record = turn.write(Verb.PUBLISHED, step=step.key, data=data)
    notice = Notice.objects.create(
        record=record, token=token, place=place, title=title.strip()[:160], contact=contact.strip()[:160],
        lines=[[label, words] for label, words in lines], opens_on=opens, closes_on=closes,
    )  # fmt: skip
    turn.tell("case.published", title=notice.title, opens=opens, closes=closes)
    return notice


def check_words(title: str, lines: Sequence[tuple[str, str]], contact: str) -> None:
    """Nothing empty, and no number that identifies a person; the county's own telephone stands under `contact`."""
    if not title.strip() or not contact.strip() or not any(words.strip() for _, words in lines):
        raise Problem(EMPTY)
    faults = leaks("\n".join([title, *(f"{label}：{words}" for label, words in lines)]))
    faults += leaks(contact, office=True)
    if faults:
        raise Problem(LEAK, faults="".join(faults))
