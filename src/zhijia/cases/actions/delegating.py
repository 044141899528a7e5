"""Having another officer act in one's cases from one day to another, and taking that back."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.cases.models import Delegation
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, Refused, gettext_noop
from zhijia.kit.tree import is_within

SELF = gettext_noop("不能委托给自己，请另选一人。")
WRONG_ORDER = gettext_noop("委托结束日期%(until)s早于开始日期%(since)s，请核对。")
PAST = gettext_noop("委托开始日期%(since)s已经过去，请从今天或以后开始。")
NO_REASON = gettext_noop("请写明委托的原因，如休假、出差。")
OUTSIDE = gettext_noop("%(person)s不在本单位、上级或下级，不能委托。")
ENDED = gettext_noop("这项委托已经结束。")
NOT_YOURS = gettext_noop("只有委托人可以收回委托。")


@transaction.atomic
def delegate(
    *, to: Post, since: dt.date, until: dt.date, reason: str, by: Post, on: dt.date, at: dt.datetime
) -> Delegation:
    """`by` has `to` act in cases from `since` to `until`, both days included."""
    by.may("cases.act", by.organisation).insist()
    if to.user_id == by.user_id:
        raise Problem(SELF)
    if not (is_within(to.path, by.path) or is_within(by.path, to.path)):
        raise Problem(OUTSIDE, person=to.user)
    if until < since:
        raise Problem(WRONG_ORDER, since=since, until=until)
    if since < on:
        raise Problem(PAST, since=since)
    if not reason.strip():
        raise Problem(NO_REASON)
    made = Delegation.objects.create(giver=by, taker=to, since=since, until=until, reason=reason.strip()[:200], at=at)
    _tell("case.delegated", made, by, at)
    return made


@transaction.atomic
def take_back(*, delegation: Delegation, by: Post, on: dt.date, at: dt.datetime) -> Delegation:
    """End a delegation from today on; only its giver may."""
    held = Delegation.objects.select_for_update(of=("self",)).select_related("giver", "taker").get(pk=delegation.pk)
    if held.giver_id != by.pk:
        raise Refused(NOT_YOURS)
    if held.ended_on is not None or held.until < on:
        raise Conflict(ENDED)
    held.ended_on = on
    held.save()
    _tell("case.taken-back", held, by, at)
    return held


def _tell(kind: str, made: Delegation, by: Post, at: dt.datetime) -> None:
    told = {"taker": made.taker.actor_name, "since": made.since, "until": made.until, "reason": made.reason}
    record(
        kind=kind, by=by, at=at, organisation=by.organisation_id, subject="cases.delegation", subject_id=made.pk,
        detail=told,
    )  # fmt: skip
