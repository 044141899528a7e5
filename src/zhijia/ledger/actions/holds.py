"""Payments that are let go or taken out before approval."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.models import Outcome, Payment, Release
from zhijia.ledger.models.outcomes import DROPPED
from zhijia.ledger.queries.payments import state_of
from zhijia.ledger.refusals import refusing
from zhijia.registers.base.show import code_label

NOT_HELD = gettext_noop("“%(name)s”没有暂缓，不必解除。")


@transaction.atomic
def drop_payment(
    *, payment: Payment, reason: str, on: dt.date, by: Post | None, at: dt.datetime, client_key: str = ""
) -> Outcome:  # fmt: skip
    """Take a payment out of its batch before approval; what it claimed is free again. Conflict afterwards."""
    hold()
    if (done := earlier(Outcome, client_key)) is not None:
        return done
    if by is not None:
        by.may("payments.make", payment.sheet.organisation).insist()
    row = Outcome(payment=payment, number=Outcome.objects.filter(payment=payment).count() + 1,
                  came_from=state_of(payment), state=DROPPED, on=on, recorded_at=at,
                  reason=reason.strip()[:200])  # fmt: skip
    with refusing(name=payment.name, state=code_label("payment-state", DROPPED)):
        book(row, by=by, at=at, client_key=client_key)
    record(kind="payment.dropped", by=by, at=at, organisation=payment.organisation_id, subject="ledger.payment",
           subject_id=payment.pk,
           detail={"number": payment.sheet.number, "name": payment.name, "reason": row.reason})  # fmt: skip
    return row


@transaction.atomic
def release_payment(
    *, payment: Payment, reason: str, on: dt.date, by: Post, at: dt.datetime, client_key: str = ""
) -> Release:  # fmt: skip
    """Let a held payment go, by somebody who may check batches; the reason stays with it."""
    hold()
    if (done := earlier(Release, client_key)) is not None:
        return done
    by.may("payments.check", payment.sheet.organisation).insist()
    if not payment.held or Release.objects.filter(payment=payment).exists():
        raise Problem(NOT_HELD, name=payment.name)
    row = Release(payment=payment, person=by.user_id, actor=by.actor_name[:80], reason=reason.strip()[:200], on=on)
    with refusing(name=payment.name):
        book(row, by=by, at=at, client_key=client_key)
    record(kind="payment.released", by=by, at=at, organisation=payment.organisation_id, subject="ledger.payment",
           subject_id=payment.pk, detail={"name": payment.name, "reason": row.reason})  # fmt: skip
    return row
