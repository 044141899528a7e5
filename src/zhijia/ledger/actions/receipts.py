"""Receipts: the payee confirms a payment, or says that it did not arrive."""

import datetime as dt

from django.db import transaction

from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.models import Payment, Receipt
from zhijia.ledger.models.receipts import MISSING, RECEIVED
from zhijia.ledger.refusals import refusing

UNKNOWN = gettext_noop("“%(said)s”看不懂，请选“已收到”或“未收到”。")
NO_REMARK = gettext_noop("请写一句情况，例如“卡里没有到账”，县总好去查。")


@transaction.atomic
def confirm_receipt(
    *, payment: Payment, said: str, person: int, actor: str, on: dt.date, at: dt.datetime, remark: str = "",
    client_key: str = "",
) -> Receipt:  # fmt: skip
    """What the payee says of a payment: 'received' or 'missing'. Whoever calls has made sure that it is the payee.

    `person` is the number of the account that said it, `actor` the name. Conflict while it is not paid and once it
    was received; Problem for 'missing' without a word of what happened.
    """
    hold()
    if (done := earlier(Receipt, client_key)) is not None:
        return done
    if said not in (RECEIVED, MISSING):
        raise Problem(UNKNOWN, said=said)
    if said == MISSING and not remark.strip():
        raise Problem(NO_REMARK)
    row = Receipt(payment=payment, said=said, person=person, actor=actor[:80], remark=remark.strip()[:200], on=on)
    with refusing(name=payment.name):
        book(row, by=None, at=at, client_key=client_key)
    record(kind=f"payment.{said}", by=None, at=at, organisation=payment.organisation_id, subject="ledger.payment",
           subject_id=payment.pk, detail={"name": payment.name, "reason": row.remark})  # fmt: skip
    return row
