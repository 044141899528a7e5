"""What is done on the pages of funds and batches; each form carries a key, so that twice sent is once done."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.kit.money import yuan
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.values import read_date
from zhijia.ledger.actions import add_quota, advance_batch, draft_batch
from zhijia.ledger.queries.batches import batch_of
from zhijia.ledger.queries.funds import fund_of
from zhijia.web.desk.gate import DeskRequest, needs

BAD_YEAR = gettext_noop("年度“%(year)s”不合要求，请写成四位数字，如2014。")
BAD_DAY = gettext_noop("日期“%(day)s”不合要求，请写成2014-07-01的样子。")


@needs("funds.edit")
@require_POST
def quota(request: DeskRequest, number: int) -> HttpResponse:
    """Enter money assigned to the fund."""
    found, year = fund_of(request.post, number), _year(request)
    add_quota(
        fund=found, year=year, amount_fen=yuan(request.POST.get("amount", "")),
        document=request.POST.get("document", ""), on=request.today, by=request.post, at=request.now,
        client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect(f"/funds/{found.pk}/?year={year}")


@needs("payments.make")
@require_POST
def draft(request: DeskRequest, number: int) -> HttpResponse:
    """Begin a batch out of the fund."""
    made = draft_batch(
        fund=fund_of(request.post, number), year=_year(request), title=request.POST.get("title", ""),
        purpose=request.POST.get("purpose", ""), on=request.today, by=request.post, at=request.now,
        client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect("batch", made.pk)


@needs("funds.view")
@require_POST
def advance(request: DeskRequest, number: int) -> HttpResponse:
    """The next step; who may take it is asked by the step itself."""
    sheet = batch_of(request.post, number)
    advance_batch(
        sheet=sheet, to=request.POST.get("to", ""), on=request.today, by=request.post, at=request.now,
        notice_from=_day(request, "notice_from"), note=request.POST.get("note", ""),
        client_key=request.POST.get("key", ""),
    )  # fmt: skip
    return redirect("batch", sheet.pk)


def _year(request: DeskRequest) -> int:
    typed = request.POST.get("year", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise Problem(BAD_YEAR, year=typed or gettext("空"))
    return int(typed)


def _day(request: DeskRequest, name: str) -> dt.date | None:
    typed = request.POST.get(name, "").strip()
    reading = read_date(typed) if typed else None
    if reading is not None and reading.value is None:
        raise Problem(BAD_DAY, day=typed)
    return reading.value if reading else None
