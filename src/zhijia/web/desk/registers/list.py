"""The list of a register (台账): what the address asks for, one page of it, and the doors to everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from zhijia.registers.base.filters import Filter, filter_of, filters_of
from zhijia.registers.base.lookups import organisation_line
from zhijia.registers.base.queries import Summary, page_of, sort_keys, summary_of
from zhijia.registers.base.register import Column, Label, Register, register_of
from zhijia.registers.base.saved import views_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.address import SIZES
from zhijia.web.desk.registers.cells import rows_html
from zhijia.web.desk.registers.listing import Listing, listing_of
from zhijia.web.desk.registers.pager import pager_of

RIGHT = "number"


@dataclass(frozen=True)
class Head:
    """One heading: its link turns the order round; `order` is what screen readers are told."""

    label: Label
    url: str = ""
    order: str = ""
    mark: str = ""
    right: bool = False


@dataclass(frozen=True)
class Shown:
    """A filter with what is chosen in it."""

    filter: Filter
    value: str


@needs("desk.view")
def register(request: DeskRequest, key: str) -> HttpResponse:
    """One page of the list."""
    found = register_of(key)
    listing = listing_of(found, request.post, request.GET, request.today)
    asked = listing.asked
    summary = summary_of(found, listing.rows)
    pager = pager_of(summary.count, asked.page, asked.size)
    page = page_of(found, listing.rows, listing.columns, pager.first, pager.last)
    may_edit = bool(request.post.may(f"{found.area}.edit"))
    context = {
        "register": found,
        "asked": asked,
        "listing": listing,
        "rows": rows_html(found, listing.columns, page, choose=choosable(listing, may_edit)),
        "heads": heads_of(listing),
        "filters": shown_filters(listing),
        "summary": summary,
        "totals": totals_in_words(found, summary),
        "agrees": agrees(listing, summary),
        "pager": pager,
        "page_links": [(number, asked.address(page=number) if number else "") for number in pager.numbers],
        "orders": orders_of(listing),
        "sizes": SIZES,
        "here_query": asked.address(),
        "org_line": organisation_line(listing.organisation) if listing.organisation else "",
        "choose": choosable(listing, may_edit),
        "may_edit": may_edit,
        "may_import": bool(request.post.may("registers.import")) and may_edit,
        "may_export": bool(request.post.may("registers.export")),
        "saved": views_of(request.post, key),
        "columns": [(column, found.label_of(column), column in listing.columns) for column in found.columns],
    }
    return render(request, "desk/registers/list.html", context)


def choosable(listing: Listing, may_edit: bool) -> bool:
    """Rows may be chosen for setting many at once; not while a figure is being looked into."""
    return may_edit and bool(listing.register.bulk) and listing.behind is None


def heads_of(listing: Listing) -> list[Head]:
    """The headings of the shown columns with their sort links."""
    register, asked = listing.register, listing.asked
    keys = sort_keys(register)
    heads = []
    for column in listing.columns:
        label, right = register.label_of(column), column.kind == RIGHT
        if column.name not in keys:
            heads.append(Head(label, right=right))
            continue
        falls = asked.sort == column.name
        order = "ascending" if falls else "descending" if asked.sort == f"-{column.name}" else ""
        mark = {"ascending": "▲", "descending": "▼"}.get(order, "")
        url = "?" + asked.address(sort=f"-{column.name}" if falls else column.name)
        heads.append(Head(label, url, order, mark, right))
    return heads


def orders_of(listing: Listing) -> list[tuple[str, str]]:
    """The two ways to sort names, with their addresses; nothing where rows carry no name."""
    keys, asked = sort_keys(listing.register), listing.asked
    named = next((name for name, key in keys.items() if key.endswith("sort_pinyin")), "")
    if not named:
        return []
    return [(gettext("拼音"), asked.address(sort=named)), (gettext("姓氏笔画"), asked.address(sort="stroke"))]


def shown_filters(listing: Listing) -> list[Shown]:
    """The register's filters, and those of the address that are not among them, with their values."""
    register, filters = listing.register, listing.asked.filters
    offered = list(filters_of(register))
    names = {item.name for item in offered}
    more = [made for name in filters if name not in names and (made := filter_of(register, name))]
    return [Shown(item, filters.get(item.name, "")) for item in (*offered, *more)]


def totals_in_words(register: Register, summary: Summary) -> Sequence[tuple[Any, int]]:
    """Sums of all filtered rows with their labels."""
    return [(register.label_of(_column(register, name)), number) for name, number in summary.totals]


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
    return words % {"counted": f"{counted:,}", "number": f"{behind.number:,}"}


def _column(register: Register, name: str) -> Column:
    return register.column(name)
