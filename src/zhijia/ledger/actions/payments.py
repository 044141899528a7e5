"""Payments: added to a batch while it is drafted."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.money import format_yuan
from zhijia.ledger.actions.accounts import Account, set_account
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.actions.claims import claim
from zhijia.ledger.actions.funds import KINDS, METHODS, known_code
from zhijia.ledger.holders import Holder, entity_of, name_of, place_of, register_key
from zhijia.ledger.models import Batch, Payment
from zhijia.ledger.once import Once
from zhijia.ledger.refusals import refusing
from zhijia.registers.base.show import code_label


@transaction.atomic
def add_payment(
    *, sheet: Batch, payee: Holder, kind: str, amount_fen: int, purpose: str, on: dt.date, by: Post | None,
    at: dt.datetime, method: str = "bank", account: Account | None = None, family: str = "",
    once: Iterable[Once] = (), cap_fen: int | None = None, case: str = "", decision: str = "", basis: str = "",
    held: str = "", client_key: str = "", answered: bool = False,
) -> Payment:  # fmt: skip
    """One sum for one payee, in fen. `family` names whose account it may be (default: the payee itself).

    `once`: the matters this pays for; one that is taken already is a Conflict. So is an account that another family
    uses, unless the payment is put down as `held` with the reason: then somebody else looks into it before it is paid.
    `answered`: the case has asked already whether the post may do this.
    """
    hold()
    if (done := earlier(Payment, client_key)) is not None:
        return done
    if by is not None and not answered:
        by.may("payments.make", sheet.organisation).insist()
    known_code(KINDS, kind)
    known_code(METHODS, method)
    row = Payment(
        organisation=place_of(payee), name=name_of(payee), payee_register=register_key(payee),
        payee=entity_of(payee), sheet=sheet, fund=sheet.fund, kind=kind, method=method, amount_fen=amount_fen,
        cap_fen=cap_fen, purpose=purpose[:120], case=case, decision=decision, basis=basis, held=held, since=on,
        recorded_at=at, recorded_by=by, person=by.user_id if by else None,
        family=family or f"{register_key(payee) or 'organisation'}:{entity_of(payee)}",
    )  # fmt: skip
    set_account(row, account)
    row.derive()
    told = {"name": row.name, "sheet": sheet.title, "fund": sheet.fund.title, "kind": code_label(KINDS, kind)}
    with refusing(**told):
        book(row, by=by, at=at, client_key=client_key)
        for key in once:
            claim(key, row, "", on, by, at, told)
    record(kind="payment.added", by=by, at=at, organisation=row.organisation_id, subject="ledger.payment",
           subject_id=row.pk, detail={"number": sheet.number, "name": row.name,
                                      "amount": format_yuan(amount_fen)})  # fmt: skip
    return row
