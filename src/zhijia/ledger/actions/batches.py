"""Batches: drafting them, and taking them from state to state."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.workdays import WorkCalendar
from zhijia.ledger.actions.booking import book, earlier, hold
from zhijia.ledger.actions.funds import move
from zhijia.ledger.models import Batch, BatchStep, Fund
from zhijia.ledger.models import batches as states
from zhijia.ledger.models.funds import APPROVED
from zhijia.ledger.queries.batches import VERBS, last_step, sum_of
from zhijia.ledger.refusals import refusing
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.registers.base.show import code_label
from zhijia.schemes.catalogue import catalogue

NOTICE_DAYS = "payment.notice-days"
NO_STATE = gettext_noop("批次没有“%(state)s”这个状态。")
NO_TITLE = gettext_noop("请写明批次名称和事由。")
NOTICE_SHORT = gettext_noop("公示期不足：%(first)s起须公示%(days)s个工作日，至少到%(until)s。")


@transaction.atomic
def draft_batch(
    *, fund: Fund, year: int, title: str, purpose: str, on: dt.date, by: Post | None, at: dt.datetime,
    organisation: Organisation | None = None, notice_days: int | None = None, client_key: str = "",
    answered: bool = False,
) -> Batch:  # fmt: skip
    """An empty list of payments out of one fund and one year's quota.

    notice_days: working days of public notice before approval; None takes the county's number for that day.
    """
    hold()
    if (done := earlier(Batch, client_key)) is not None:
        return done
    place = organisation or (by.organisation if by else root())
    if by is not None and not answered:
        by.may("payments.make", place).insist()
    if not (title.strip() and purpose.strip()):
        raise Problem(NO_TITLE)
    days = int(catalogue().number(NOTICE_DAYS, on)) if notice_days is None else notice_days
    count = Batch.objects.filter(fund=fund, year=year).count()
    row = Batch(number=f"{fund.key}-{year}-{count + 1:03d}"[-40:], title=title.strip(), fund=fund, year=year,
                organisation=place, notice_days=days, purpose=purpose.strip(), on=on)  # fmt: skip
    with refusing(sheet=row.title, days=days):
        book(row, by=by, at=at, client_key=client_key)
        _step(row, states.DRAFTED, on, by, at)
    record(kind="batch.drafted", by=by, at=at, organisation=place.pk, subject="ledger.batch", subject_id=row.pk,
           detail={"number": row.number, "title": row.title})  # fmt: skip
    return row


@transaction.atomic
def advance_batch(
    *, sheet: Batch, to: str, on: dt.date, by: Post | None, at: dt.datetime, notice_from: dt.date | None = None,
    notice_until: dt.date | None = None, note: str = "", client_key: str = "",
) -> BatchStep:  # fmt: skip
    """The next step of a batch: checked, noticed, approved, sent, closed, or cancelled before approval.

    Approval commits the sum of the batch from the fund; Conflict when the fund, the notice, the persons or the
    order do not allow it, said by the database itself.
    """
    hold()
    if (done := earlier(BatchStep, client_key)) is not None:
        return done
    if to not in VERBS:
        raise Problem(NO_STATE, state=to)
    if by is not None:
        by.may(VERBS[to], sheet.organisation).insist()
    with refusing(sheet=sheet.title, days=sheet.notice_days, fund=sheet.fund.title, year=sheet.year):
        if to == states.NOTICED:
            notice_from, notice_until = _notice(sheet, notice_from or on, notice_until)
        row = _step(sheet, to, on, by, at, notice_from=notice_from if to == states.NOTICED else None,
                    notice_until=notice_until if to == states.NOTICED else None, note=note,
                    client_key=client_key)  # fmt: skip
    record(kind="batch.advanced", by=by, at=at, organisation=sheet.organisation_id, subject="ledger.batch",
           subject_id=sheet.pk, detail={"number": sheet.number, "state": code_label("batch-state", to)})  # fmt: skip
    return row


def _step(
    sheet: Batch, to: str, on: dt.date, by: Post | None, at: dt.datetime, *, notice_from: dt.date | None = None,
    notice_until: dt.date | None = None, note: str = "", client_key: str = "",
) -> BatchStep:  # fmt: skip
    last = last_step(sheet)
    row = BatchStep(
        sheet=sheet, number=last.number + 1 if last else 1, came_from=last.state if last else "", state=to, on=on,
        person=by.user_id if by else None, actor=by.actor_name[:80] if by else "", notice_from=notice_from,
        notice_until=notice_until, note=note[:200],
    )  # fmt: skip
    if to == states.APPROVED:
        row.move = move(fund=sheet.fund, year=sheet.year, kind=APPROVED, amount_fen=-sum_of(sheet), on=on, by=by,
                        at=at, sheet=sheet)  # fmt: skip
    return book(row, by=by, at=at, client_key=client_key)


def _notice(sheet: Batch, first: dt.date, until: dt.date | None) -> tuple[dt.date, dt.date]:
    """From when to when it hangs out; the first day is not counted. Problem when it is too short."""
    least = WorkCalendar().last_workday(first, sheet.notice_days) if sheet.notice_days else first
    if until is not None and until < least:
        raise Problem(NOTICE_SHORT, first=first, days=sheet.notice_days, until=least)
    return first, until or least
