"""Looks of a table that an office accepts: title, bordered body, bold head, A4 landscape one page wide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zhijia.kit.cells import visible
from zhijia.kit.sheet.columns import Column, Kind
from zhijia.kit.sheet.neutral import neutralise

A4 = 9
CM = 1 / 2.54
ROW_HEIGHT = 22
TEXT_LIMIT = 32_767

_BODY = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "align": "center", "border": 1, "text_wrap": True}
_NUMERIC: dict[Kind, dict[str, str]] = {
    "number": {"align": "right", "num_format": "#,##0.##"},
    "money": {"align": "right", "num_format": "#,##0.00"},
    "date": {"num_format": "yyyy-mm-dd"},
    "code": {"num_format": "@"},
    "text": {"num_format": "@"},
}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"},
    "line": {"font_name": "宋体", "font_size": 11, "valign": "vcenter"},
    "head": {**_BODY, "font_name": "黑体", "bold": True, "bg_color": "#F2F2F2"},
    "star": {"font_name": "黑体", "font_size": 11, "bold": True, "font_color": "#B71C1C"},
    "strong": {"font_name": "黑体", "font_size": 11, "bold": True},
    "sample": {**_BODY, "font_color": "#808080", "italic": True, "num_format": "@"},
    "error": {**_BODY, "font_color": "#B71C1C", "align": "left", "num_format": "@"},
}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def named(self, name: str) -> Format:
        """title, line, head, star, strong, sample or error."""
        return self._get(name, _LOOKS[name])

    def body(self, kind: Kind, *, locked: bool = True) -> Format:
        """Cells of a column of that kind."""
        return self._get(f"{kind}{locked}", {**_BODY, **_NUMERIC.get(kind, {}), "locked": locked})

    def _get(self, name: str, look: dict[str, Any]) -> Format:
        if name not in self._made:
            self._made[name] = self._book.add_format(look)
        return self._made[name]


def set_up_page(sheet: Worksheet, first_head_row: int, last_head_row: int) -> None:
    """A4 landscape, one page wide, heads repeated, page n of N at the foot. Rows from 0."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=1.8 * CM, right=1.8 * CM, top=2 * CM, bottom=2 * CM)
    sheet.center_horizontally()
    sheet.repeat_rows(first_head_row, last_head_row)
    sheet.set_footer("&C第 &P 页 共 &N 页")
    sheet.set_default_row(ROW_HEIGHT)
    sheet.freeze_panes(last_head_row + 1, 0)


def write_cell(sheet: Worksheet, row: int, at: int, value: object, column: Column, look: Format) -> None:
    """One cell; text stays text (codes keep every digit, formulas do not run), money in fen is shown in yuan."""
    if value is None or value == "":
        sheet.write_blank(row, at, None, look)
    elif isinstance(value, bool):
        sheet.write_string(row, at, "是" if value else "否", look)
    elif isinstance(value, date) and column.kind == "date":
        sheet.write_datetime(row, at, value, look)
    elif isinstance(value, int | float | Decimal) and column.kind in ("number", "money"):
        sheet.write_number(row, at, float(value) / (100 if column.kind == "money" else 1), look)
    else:
        sheet.write_string(row, at, str(neutralise(visible(str(value))))[:TEXT_LIMIT], look)
