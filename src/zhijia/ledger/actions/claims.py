"""Taking the keys of what may be paid for once."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.models import Claim, Payment
from zhijia.ledger.models.outcomes import NOTHING_CAME_OF_IT
from zhijia.ledger.once import Once
from zhijia.ledger.queries.payments import state_of
from zhijia.ledger.refusals import SENTENCES, refusing

NO_BODY = gettext_noop("请写明给予帮扶的部门。")


@transaction.atomic
def record_outside_aid(
    *, once: Once, name: str, body: str, on: dt.date, by: Post | None, at: dt.datetime, client_key: str = ""
) -> Claim:  # fmt: skip
    """Another body has aided somebody for the same matter already: its key is taken, and no payment can claim it."""
    hold()
    if (done := earlier(Claim, client_key)) is not None:
        return done
    if by is not None:
        by.may("payments.make").insist()
    if not body.strip():
        raise Problem(NO_BODY)
    told = {"name": name}
    with refusing(**told):
        row = claim(once, None, body.strip()[:80], on, by, at, told, client_key)
    record(kind="ledger.claimed", by=by, at=at, subject="ledger.claim", subject_id=row.pk,
           detail={"name": name, "body": row.body})  # fmt: skip
    return row


def claim(
    once: Once, payment: Payment | None, body: str, on: dt.date, by: Post | None, at: dt.datetime,
    told: dict[str, str], client_key: str = "",
) -> Claim:  # fmt: skip
    """Take a key, after the last who had it if nothing came of that payment."""
    last = Claim.objects.filter(key=once.key).order_by("-attempt").first()
    if last is not None and (last.payment is None or state_of(last.payment) not in NOTHING_CAME_OF_IT):
        raise Conflict(SENTENCES["ledger_once_per"], **told)
    row = Claim(key=once.key, rule=once.rule, attempt=last.attempt + 1 if last else 1, follows=last, payment=payment,
                body=body, on=on)  # fmt: skip
    return book(row, by=by, at=at, client_key=client_key)
