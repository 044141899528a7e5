"""The list of a register (台账): what the address asks for, one page of it, and the doors to everything else."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from zhijia.indicators.rules import YUAN
from zhijia.kit.money import format_yuan
from zhijia.registers.base.lookups import organisation_line
from zhijia.registers.base.queries import Summary, page_of, summary_of
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.base.saved import views_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.bar import (
    columns_html,
    filters_html,
    heads_html,
    lines_url,
    orders_html,
    pages_html,
    sizes_html,
    spans_html,
)
from zhijia.web.desk.registers.cells import rows_html
from zhijia.web.desk.registers.listing import Listing, listing_of
from zhijia.web.desk.registers.pager import pager_of


@needs("desk.view")
def register(request: DeskRequest, key: str) -> HttpResponse:
    """One page of the list."""
    found = register_of(key)
    listing = listing_of(found, request.post, request.GET, request.today)
    asked = listing.asked
    summary = summary_of(found, listing.rows)
    pager = pager_of(summary.count, asked.page, asked.size)
    part = request.post.organisation.depth > 1 or listing.organisation is not None or bool(listing.asked.words)
    page = page_of(found, listing.rows, listing.columns, pager.first, pager.last, part=part)
    may_edit = found.typed and bool(request.post.may(f"{found.area}.edit"))
    context = {
        "register": found,
        "asked": asked,
        "listing": listing,
        "rows": rows_html(found, listing.columns, page, choose=choosable(listing, may_edit)),
        "heads": heads_html(found, listing.columns, asked),
        "filters": filters_html(found, asked.filters, request.today.year),
        "spans": spans_html(request.today.year),
        "summary": summary,
        "totals": totals_in_words(found, summary),
        "agrees": agrees(listing, summary),
        "pager": pager,
        "page_links": pages_html(pager, asked),
        "orders": orders_html(found, asked),
        "sizes": sizes_html(asked.size),
        "here_query": asked.address(),
        "lines_url": lines_url(),
        "org_line": organisation_line(listing.organisation) if listing.organisation else "",
        "choose": choosable(listing, may_edit),
        "may_edit": may_edit,
        "may_import": bool(request.post.may("registers.import")) and may_edit,
        "may_export": bool(request.post.may("registers.export")),
        "saved": views_of(request.post, key),
        "columns": columns_html(found, listing.columns),
    }
    return render(request, "desk/registers/list.html", context)


def choosable(listing: Listing, may_edit: bool) -> bool:
    """Rows may be chosen for setting many at once; not while a figure is being looked into."""
    return may_edit and bool(listing.register.bulk) and listing.behind is None


def totals_in_words(register: Register, summary: Summary) -> Sequence[tuple[Any, int | str]]:
    """Sums of all filtered rows with their labels."""
    totals = [(register.column(name), number) for name, number in summary.totals]
    return [
        (register.label_of(column), format_yuan(number) if column.kind == "money" else number)
        for column, number in totals
    ]


def agrees(listing: Listing, summary: Summary) -> str:
    """One sentence saying whether the list is the figure; nothing for an ordinary list."""
    behind = listing.behind
    if behind is None:
        return ""
    narrowed = listing.asked.words or listing.reading.active
    if narrowed:
        return gettext("已在明细上加了搜索或筛选，下面是其中的%(rows)s行。") % {"rows": summary.count}
    if not behind.summed:
        same = summary.count == behind.number
        counted = summary.count
    else:
        counted = dict(summary.totals).get(behind.summed, summary.count)
        same = counted == behind.number
    words = gettext("明细合计%(counted)s，与口径卡上的%(number)s一致。") if same else gettext(
        "明细合计%(counted)s，口径卡上是%(number)s，两者不一致，请告诉县总工会办公室。")  # fmt: skip
    said = format_yuan if behind.indicator.unit == YUAN else "{:,}".format
    return words % {"counted": said(counted), "number": said(behind.number)}
