"""What follows an issued order: sign for it, object to a target, report, answer, close."""

import datetime as dt
from decimal import Decimal

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.targets.actions.targets import check_value, revise_target
from zhijia.targets.deadlines import objection_until
from zhijia.targets.models import Feedback, Objection, Order, Target

NOT_ISSUED = gettext_noop("这份交办单还没有下达。")
SIGNED = gettext_noop("%(number)s已于%(on)s签收。")
SIGN_FIRST = gettext_noop("请先签收%(number)s，再提出异议或反馈。")
CLOSED = gettext_noop("%(number)s已经销号。")
TOO_LATE = gettext_noop("异议期到%(until)s为止，现已超过；请通过反馈说明情况。")
NO_REASON = gettext_noop("请写明异议理由。")
NO_TEXT = gettext_noop("请填写落实情况。")
OPEN_ALREADY = gettext_noop("这项任务已有一条异议待处理。")
NOT_ON_ORDER = gettext_noop("这项任务不在%(number)s上。")
ANSWERED = gettext_noop("这条异议已经处理。")
NO_ANSWER = gettext_noop("请填写处理意见。")
NO_NEW_VALUE = gettext_noop("采纳异议请填写调整后的目标值。")
OPEN_OBJECTION = gettext_noop("%(number)s还有异议没有处理，不能销号。")
NOT_DONE = gettext_noop("%(number)s还有%(left)s项任务没有完成，不能销号。")


@transaction.atomic
def sign_for(*, order: Order, by: Post, on: dt.date, at: dt.datetime) -> Order:
    """The unit confirms that it received the order."""
    held = _hold(order, by, "orders.sign")
    if held.signed_on is not None:
        raise Conflict(SIGNED, number=held.number, on=held.signed_on)
    held.signed_by, held.signed_on, held.signed_at = by, on, at
    held.save()
    _tell("order.signed-for", held, by, at)
    return held


@transaction.atomic
def object_to(
    *, order: Order, target: Target, reason: str, proposed: Decimal | None, by: Post, on: dt.date, at: dt.datetime
) -> Objection:
    """The unit objects to one target within its working days after signing."""
    held = _hold(order, by, "orders.sign")
    if held.signed_on is None:
        raise Problem(SIGN_FIRST, number=held.number)
    until = objection_until(held.signed_on)
    if on > until:
        raise Problem(TOO_LATE, until=until)
    if target.order_id != held.pk:
        raise Problem(NOT_ON_ORDER, number=held.number)
    if not reason.strip():
        raise Problem(NO_REASON)
    if proposed is not None:
        check_value(proposed, target.unit)
    if Objection.objects.filter(target=target, accepted__isnull=True).exists():
        raise Conflict(OPEN_ALREADY)
    made = Objection.objects.create(
        order=held, target=target, reason=reason.strip()[:300], proposed=proposed, by=by, at=at
    )
    _tell("order.objected", held, by, at, reason=made.reason)
    return made


@transaction.atomic
def decide_objection(
    *, objection: Objection, accepted: bool, answer: str, value: Decimal | None, by: Post, at: dt.datetime
) -> Objection:
    """The county answers. Accepting revises the target to `value` with the answer as its reason."""
    held = Objection.objects.select_for_update().get(pk=objection.pk)
    order = Order.objects.select_related("organisation").get(pk=held.order_id)
    by.may("targets.edit", order.organisation).insist()
    if held.accepted is not None:
        raise Conflict(ANSWERED)
    if not answer.strip():
        raise Problem(NO_ANSWER)
    if accepted:
        number = value if value is not None else held.proposed
        if number is None:
            raise Problem(NO_NEW_VALUE)
        revise_target(target=held.target, value=number, reason=answer, by=by, at=at)
    held.accepted, held.answer, held.decided_by, held.decided_at = accepted, answer.strip()[:300], by, at
    held.save()
    _tell("order.decided", order, by, at, decision=held.answer)
    return held


@transaction.atomic
def give_feedback(
    *, order: Order, text: str, difficulty: str, expected: dt.date | None, by: Post, at: dt.datetime
) -> Feedback:
    """What was done, what is difficult, by when it will be finished; numbers stay with the registers."""
    held = _hold(order, by, "orders.sign")
    if held.signed_on is None:
        raise Problem(SIGN_FIRST, number=held.number)
    if not text.strip():
        raise Problem(NO_TEXT)
    made = Feedback.objects.create(
        order=held, text=text.strip()[:500], difficulty=difficulty.strip()[:300], expected=expected, by=by, at=at
    )
    _tell("order.feedback", held, by, at, text=made.text)
    return made


@transaction.atomic
def close_order(*, order: Order, unfinished: int, by: Post, at: dt.datetime) -> Order:
    """Cross the order off. `unfinished`: how many of its targets are not reached, as the figures say."""
    held = _hold(order, by, "orders.issue")
    if held.objections.filter(accepted__isnull=True).exists():
        raise Conflict(OPEN_OBJECTION, number=held.number)
    if unfinished:
        raise Problem(NOT_DONE, number=held.number, left=unfinished)
    held.closed_by, held.closed_at = by, at
    held.save()
    _tell("order.closed", held, by, at)
    return held


def _hold(order: Order, by: Post, verb: str) -> Order:
    held = Order.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=order.pk)
    by.may(verb, held.organisation).insist()
    if held.issued_at is None:
        raise Problem(NOT_ISSUED)
    if held.closed_at is not None:
        raise Conflict(CLOSED, number=held.number)
    return held


def _tell(kind: str, order: Order, by: Post, at: dt.datetime, **detail: str) -> None:
    record(
        kind=kind, by=by, at=at, organisation=order.organisation_id, subject="targets.order", subject_id=order.pk,
        detail={"number": order.number, **detail},
    )  # fmt: skip
