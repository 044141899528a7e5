"""The monthly return of members (会员月报) on screen, on paper and as a sheet: the same table of figures."""

import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhijia.accounts.queries import visible_to
from zhijia.indicators.monthly_return import CAME, WENT, MonthlyReturn, ReturnLine, monthly_return
from zhijia.indicators.snapshots import fixed_figure
from zhijia.kit.bad_input import BadInput
from zhijia.kit.period import Period
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.kit.sheet.columns import Column
from zhijia.kit.sheet.writing import Frame, write_table
from zhijia.registers.base.register import register_of
from zhijia.registers.base.sheet import allow_export
from zhijia.registers.organising.imbalances import imbalances
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.sheets import workbook_file

OUTSIDE = gettext_noop("没有这个组织，或它不在您的管理范围内。")
BAD_MONTH = gettext_noop("月份“%(text)s”不对，请写成2014-06这样。")
MEMBER = "organising.member"


@needs("movements.view")
def monthly(request: DeskRequest) -> HttpResponse:
    """One organisation's month: its own line and those directly below."""
    made, place = _asked(request, deep=False)
    context = {
        "made": made,
        "place": place,
        "heads": heads(),
        "came": len(CAME),
        "went": len(WENT),
        "previous": made.month.previous().key,
        "following": made.month.following().key if made.month.end < request.today else "",
        "odd": [(line, imbalances(line.organisation, made.month.start, made.until)) for line in made.unbalanced],
        "fixed": _restated(made),
        "may_export": bool(request.post.may("registers.export")),
    }
    return render(request, "desk/membership/monthly.html", context)


@needs("registers.export")
def monthly_sheet(request: DeskRequest) -> HttpResponseBase:
    """The return with a line for every organisation below, as a sheet; a line that does not balance says so."""
    made, place = _asked(request, deep=True)
    allow_export(
        register_of(MEMBER),
        post=request.post,
        at=request.now,
        count=len(made.lines) + 1,
        purpose=_("会员月报"),
        full=False,
    )
    columns = [Column("name", _("组织"), width=36), Column("code", _("编码"), kind="code", width=16)]
    columns += [
        Column(str(at), head, kind="number", width=9)
        for at, head in enumerate([_("期初"), *heads(), _("期末"), _("本年净增"), _("差额")])
    ]
    target: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    title = _("%(place)s %(month)s 会员月报") % {"place": place, "month": made.month.key}
    frame = Frame(reporter=str(request.post.organisation.name), as_of=made.until.isoformat(), unit="人", signed=True)
    write_table(target, title, columns, _cells([made.total, *made.lines]), frame)
    return workbook_file(target, f"{title}.xlsx")


def heads() -> Sequence[str]:
    """The flows' short names as the catalogue gives them."""
    known = catalogue().indicators
    return [said(known[key].short or known[key].title) for key in (*CAME, *WENT)]


def _cells(lines: Sequence[ReturnLine]) -> Iterator[list[object]]:
    for line in lines:
        indent = "　" * (line.organisation.depth - lines[0].organisation.depth)
        flows = [flow.top for flow in line.flows]
        yield [f"{indent}{line.organisation.name}", line.organisation.code, line.opening.top, *flows, line.closing.top,
               line.net.top, line.difference]  # fmt: skip


def _restated(made: MonthlyReturn) -> Any:
    """The opening as it was fixed when the last period closed, when it was and differs from what is known now."""
    opening = made.total.opening
    fixed = fixed_figure(opening.indicator, made.total.organisation, opening.window)
    return fixed if fixed is not None and fixed.top != opening.top else None


def _asked(request: DeskRequest, *, deep: bool) -> tuple[MonthlyReturn, Any]:
    """The month and the organisation of the address; the running month and the post's own when none is named."""
    text, number = request.GET.get("month", "").strip(), request.GET.get("org", "").strip()
    try:
        month = Period.parse(text) if text else Period.of("month", request.today)
    except BadInput:
        raise Problem(BAD_MONTH, text=text[:20]) from None
    if month.kind != "month" or month.start > request.today:
        raise Problem(BAD_MONTH, text=text[:20])
    place = request.post.organisation
    if number:
        wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
        place = visible_to(request.post).filter(pk=wanted).first()
    if place is None:
        raise NotFound(OUTSIDE)
    return monthly_return(place, month, request.today, deep=deep), place
