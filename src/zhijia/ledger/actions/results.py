"""What the bank did: paid, bounced; and what was recovered later. Money that came back is in its fund at once."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.actions.funds import move
from zhijia.ledger.bank import Result
from zhijia.ledger.models import Batch, Outcome, Payment
from zhijia.ledger.models.funds import RETURNED
from zhijia.ledger.models.outcomes import BOUNCED, PAID, RECOVERED
from zhijia.ledger.queries.payments import state_of
from zhijia.ledger.refusals import refusing
from zhijia.registers.base.show import code_label

NOT_IN_BATCH = gettext_noop("批次“%(sheet)s”里没有编号为%(number)s的发放，请核对结果文件。")
NO_OUTCOME = gettext_noop("“%(state)s”不是发放结果，请写“已发放”“退票”或“已追回”。")
TOO_EARLY = gettext_noop("“%(name)s”的结果日期%(on)s早于编制日期%(since)s，请核对。")


@transaction.atomic
def record_results(
    *, sheet: Batch, results: Sequence[Result], by: Post | None, at: dt.datetime, client_key: str = ""
) -> list[Outcome]:  # fmt: skip
    """Write what became of payments of one batch, all or none; lines already written so are passed over."""
    hold()
    if earlier(Outcome, client_key) is not None:
        return []
    if by is not None:
        by.may("payments.send", sheet.organisation).insist()
    rows = {row.pk: row for row in Payment.objects.filter(sheet=sheet)}
    written: list[Outcome] = []
    for result in results:
        if result.payment not in rows:
            raise Problem(NOT_IN_BATCH, sheet=sheet.title, number=result.payment)
        key = "" if written else client_key
        made = _outcome(sheet, rows[result.payment], result, by, at, key)
        written += [made] if made else []
    return written


def _outcome(
    sheet: Batch, payment: Payment, result: Result, by: Post | None, at: dt.datetime, client_key: str
) -> Outcome | None:  # fmt: skip
    if result.state not in (PAID, BOUNCED, RECOVERED):
        raise Problem(NO_OUTCOME, state=result.state)
    if result.on < payment.since:
        raise Problem(TOO_EARLY, name=payment.name, on=result.on, since=payment.since)
    before = state_of(payment)
    if before == result.state:
        return None
    state = code_label("payment-state", result.state)
    row = Outcome(payment=payment, number=Outcome.objects.filter(payment=payment).count() + 1, came_from=before,
                  state=result.state, on=result.on, recorded_at=at, receipt=result.receipt[:60],
                  reason=result.reason.strip()[:200])  # fmt: skip
    with refusing(name=payment.name, state=state, fund=sheet.fund.title, year=sheet.year):
        if result.state != PAID:
            row.move = move(fund=sheet.fund, year=sheet.year, kind=RETURNED, amount_fen=payment.amount_fen,
                            on=result.on, by=by, at=at, payment=payment.pk)  # fmt: skip
        book(row, by=by, at=at, client_key=client_key)
    record(kind="payment.outcome", by=by, at=at, organisation=payment.organisation_id, subject="ledger.payment",
           subject_id=payment.pk, detail={"name": payment.name, "state": state})  # fmt: skip
    return row


@transaction.atomic
def tell_bank_file(*, sheet: Batch, rows: int, by: Post, at: dt.datetime) -> None:
    """Leave the line in the journal that account numbers left the house; Refused for whoever may not send."""
    by.may("payments.send", sheet.organisation).insist()
    if sheet.steps.filter(state="approved").first() is None:
        raise Problem(NOT_APPROVED, sheet=sheet.title)
    record(kind="batch.bank-file", by=by, at=at, organisation=sheet.organisation_id, subject="ledger.batch",
           subject_id=sheet.pk, detail={"number": sheet.number, "rows": rows})  # fmt: skip


NOT_APPROVED = gettext_noop("批次“%(sheet)s”还没有审定，不能导出银行代发文件。")
