"""Cells of a list, made once per column and called once per row: no templates inside the loop."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from zhijia.kit.money import format_yuan
from zhijia.registers.base.register import Column, Register
from zhijia.registers.base.show import shown
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said

Maker = Callable[[Any], str]
EMPTY = '<span class="text-secondary">—</span>'
RIGHT = {"number", "money"}


def rows_html(
    register: Register, columns: Sequence[Column], rows: Sequence[Any], *, choose: bool = False
) -> SafeString:
    """The body of the table. `choose` puts a box before each row for setting many at once."""
    base = reverse("register", args=[register.key])
    makers = [_maker(register, column, base if at == 0 else "") for at, column in enumerate(columns)]
    lines = []
    for row in rows:
        number = row.version_of_id or row.pk
        box = f'<td><input type="checkbox" class="form-check-input" form="bulk" name="row" value="{number}" aria-label="{number}"></td>' if choose else ""  # fmt: skip
        lines.append(f"<tr>{box}{''.join([make(row) for make in makers])}</tr>")
    return mark_safe("".join(lines))  # noqa: S308 - every maker escapes its value


def _maker(register: Register, column: Column, base: str) -> Maker:
    value = _value_of(column)
    if base:
        return lambda row: f'<td><a href="{base}{row.version_of_id or row.pk}/">{value(row) or EMPTY}</a></td>'
    if column.kind in RIGHT:
        return lambda row: f'<td class="text-end">{value(row) or EMPTY}</td>'
    if column.kind == "link" and column.register:
        return _linked(column, reverse("register", args=[column.register]))
    return lambda row: f"<td>{value(row) or EMPTY}</td>"


def _linked(column: Column, base: str) -> Maker:
    name = column.name

    def make(row: Any) -> str:
        other = getattr(row, name)
        return f'<td><a href="{base}{other.pk}/">{escape(str(other))}</a></td>' if other else f"<td>{EMPTY}</td>"

    return make


def _value_of(column: Column) -> Maker:
    """The escaped value as text; quick ways for the kinds that make up nearly every list."""
    name = column.name
    if column.kind == "code":
        return _code_value(name, catalogue().codes[column.codes].entries)
    if column.kind == "date":
        return lambda row: day.isoformat() if (day := getattr(row, name)) else ""
    if column.kind == "number":
        return lambda row: f"{number:,}" if (number := getattr(row, name)) is not None else ""
    if column.kind == "money":
        return lambda row: format_yuan(fen) if (fen := getattr(row, name)) is not None else ""
    if column.kind == "flag":
        yes, no = gettext("是"), gettext("否")
        return lambda row: yes if getattr(row, name) else no
    return lambda row: escape(shown(row, column))


def _code_value(name: str, entries: Mapping[str, Any]) -> Maker:
    labels = {code: escape(said(entry.label)) for code, entry in entries.items()}

    def make(row: Any) -> str:
        code = getattr(row, name)
        return labels.get(code) or escape(code)

    return make
