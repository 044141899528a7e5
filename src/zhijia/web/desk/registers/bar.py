"""The filter bar, headings, column boxes and page numbers of a list, written in tight loops like its cells."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from zhijia.registers.base.filters import Filter, filter_of, filters_of
from zhijia.registers.base.queries import sort_keys
from zhijia.registers.base.register import Column, Register
from zhijia.web.desk.registers.address import SIZES, Asked
from zhijia.web.desk.registers.pager import Pager

RIGHT = ("number", "money")
MARKS = {"ascending": "▲", "descending": "▼"}


def safe(parts: Iterable[str]) -> SafeString:
    """Joined markup; every maker below escapes its values."""
    return mark_safe("".join(parts))  # noqa: S308


def heads_html(register: Register, columns: Sequence[Column], asked: Asked) -> SafeString:
    """The headings with their sort links; a second click turns the order round."""
    keys = sort_keys(register)
    return safe([_head(register, column, asked, column.name in keys) for column in columns])


def _head(register: Register, column: Column, asked: Asked, sorts: bool) -> str:
    label = escape(str(register.label_of(column)))
    side = ' class="text-end"' if column.kind in RIGHT else ""
    if not sorts:
        return f'<th scope="col"{side}>{label}</th>'
    rising = asked.sort == column.name
    order = "ascending" if rising else "descending" if asked.sort == f"-{column.name}" else ""
    url = escape(asked.address(sort=f"-{column.name}" if rising else column.name))
    told = f' aria-sort="{order}"' if order else ""
    return f'<th scope="col"{side}{told}><a class="text-reset" href="?{url}">{label}{MARKS.get(order, "")}</a></th>'


def filters_html(register: Register, filters: Mapping[str, str], year: int) -> SafeString:
    """One field for each filter the register offers, and for those of the address beyond them."""
    offered = list(filters_of(register))
    names = {item.name for item in offered}
    more = [made for name in filters if name not in names and (made := filter_of(register, name))]
    return safe([_field(item, filters.get(item.name, ""), year) for item in (*offered, *more)])


def _field(item: Filter, value: str, year: int) -> str:
    name = escape(item.name)
    head = (
        f'<div class="col-6 col-md-2"><label class="form-label mb-1" for="f-{name}">{escape(str(item.label))}</label>'
    )
    if item.kind == "choice":
        options = "".join(_option(code, str(label), code == value) for code, label in item.choices)
        every = escape(gettext("全部"))
        return f'{head}<select class="form-select" id="f-{name}" name="{name}"><option value="">{every}</option>{options}</select></div>'
    hints = {"day": f"{year}-06-30", "span": f"{year}-Q1", "number": ""}
    extra = ' list="spans"' if item.kind == "span" else ' inputmode="numeric"' if item.kind == "number" else ""
    return (
        f'{head}<input class="form-control" id="f-{name}" name="{name}" value="{escape(value)}"'
        f' placeholder="{hints[item.kind]}" autocomplete="off"{extra}></div>'
    )


def _option(value: str, label: str, chosen: bool) -> str:
    return f'<option value="{escape(value)}"{" selected" if chosen else ""}>{escape(label)}</option>'


def spans_html(year: int) -> SafeString:
    """Periods offered for filters over a span."""
    whole = f'<option value="in-year">{escape(gettext("今年以来"))}</option>'
    return safe(
        [
            whole,
            *(f'<option value="{year}-Q{quarter}"></option>' for quarter in range(1, 5)),
            f'<option value="{year}"></option>',
        ]
    )


def columns_html(register: Register, shown: Sequence[Column]) -> SafeString:
    """A box for each column."""
    return safe(
        f'<label class="form-check mb-0"><input class="form-check-input" type="checkbox" name="columns"'
        f' value="{column.name}"{" checked" if column in shown else ""}> '
        f'<span class="form-check-label">{escape(str(register.label_of(column)))}</span></label>'
        for column in register.columns
    )


def sizes_html(size: int) -> SafeString:
    """Rows on a page."""
    return safe(_option(str(each), str(each), each == size) for each in SIZES)


def pages_html(pager: Pager, asked: Any) -> SafeString:
    """Page numbers with the neighbours of the present one, the first and the last."""
    return safe(_page(number, number == pager.page, asked) for number in pager.numbers)


def _page(number: int, here: bool, asked: Any) -> str:
    if not number:
        return '<li class="page-item"><span class="page-link">…</span></li>'
    active, current = (" active", ' aria-current="page"') if here else ("", "")
    address = escape(asked.address(page=number))
    return f'<li class="page-item{active}"><a class="page-link" href="?{address}"{current}>{number}</a></li>'


def orders_html(register: Register, asked: Asked) -> SafeString:
    """The two ways to sort names; nothing where rows carry no name."""
    keys = sort_keys(register)
    named = next((name for name, key in keys.items() if key.endswith("sort_pinyin")), "")
    if not named:
        return safe([])
    pairs = ((gettext("拼音"), named), (gettext("姓氏笔画"), "stroke"))
    links = [f'<a href="?{escape(asked.address(sort=sort))}">{escape(label)}</a>' for label, sort in pairs]
    return safe([f'<span class="ms-auto d-print-none">{escape(gettext("排序"))}：{" · ".join(links)}</span>'])


@cache
def lines_url() -> str:
    """Where lines for organisations are offered."""
    return reverse("organisation-lines")
