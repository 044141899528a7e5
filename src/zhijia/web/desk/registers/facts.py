"""The facts of one record by group, written in one loop."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from zhijia.registers.base.register import Column, Label


@dataclass(frozen=True)
class Cell:
    """One fact on the page; `url` leads to a linked record, `hidden` offers the reveal."""

    column: Column
    label: Label
    text: str
    url: str = ""
    hidden: bool = False


def facts_html(groups: Sequence[tuple[str, Sequence[Cell]]], base: str) -> SafeString:
    """A card for each group. `base` is the record's own address."""
    see = escape(gettext("查看完整"))
    parts = []
    for group, cells in groups:
        items = "".join([_item(cell, base, see) for cell in cells])
        parts.append(
            f'<section class="card mb-3"><div class="card-header"><h2 class="card-title">{escape(group)}</h2></div>'
            f'<div class="card-body"><div class="datagrid">{items}</div></div></section>'
        )
    return mark_safe("".join(parts))  # noqa: S308 - every value is escaped above


def _item(cell: Cell, base: str, see: str) -> str:
    text = escape(cell.text) or "—"
    if cell.url:
        text = f'<a href="{cell.url}">{text}</a>'
    if cell.hidden:
        text += f' <a class="btn btn-sm d-print-none" href="{base}reveal/{cell.column.name}/">{see}</a>'
    return (
        f'<div class="datagrid-item"><div class="datagrid-title">{escape(str(cell.label))}</div>'
        f'<div class="datagrid-content">{text}</div></div>'
    )
