"""The empty form handed to offices: drop-downs, red stars, a grey sample row, and names that survive rearranging."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from zhijia.kit.sheet.columns import Column
from zhijia.kit.sheet.styles import Looks, set_up_page, write_cell
from zhijia.kit.sheet.template_names import TEMPLATE, name_of
from zhijia.kit.sheet.writing import SERIAL, SHEET_NAME, Frame, Target, open_book, write_heads, write_opening

ROOM = 2000
CODES = "代码"
SAMPLE = "示例"

_PROTECTION = {
    "insert_rows": True,
    "delete_rows": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
}


def write_template(
    target: Target, title: str, columns: Sequence[Column], *, template_id: str, notes: Sequence[str] = ()
) -> None:
    """Write the form. `template_id` ('members:1') comes back from `template_names.template_of` on import.

    The head is locked without a password; ROOM rows are prepared; the sample row is skipped on import.
    """
    every = (SERIAL, *columns)
    grouped = any(column.group for column in columns)
    with open_book(target, constant_memory=False) as book:
        sheet, looks = book.add_worksheet(SHEET_NAME), Looks(book)
        set_up_page(sheet, 2, 3 if grouped else 2)
        write_opening(sheet, looks, title, every, Frame())
        head = write_heads(sheet, looks, every, starred=True)
        for at, column in enumerate(every):
            sheet.set_column(at, at, column.width, looks.body(column.kind, locked=False))
            sample = column.sample if at else SAMPLE
            sheet.write_string(head + 1, at, sample, looks.named("sample"))
            book.define_name(name_of(column.key), f"='{SHEET_NAME}'!{_absolute(head, at)}")
        book.define_name(TEMPLATE, f'="{template_id}"')
        _write_choices(book, sheet, looks, every, head + 2)
        _write_notes(book, looks, columns, notes)
        sheet.protect("", _PROTECTION)


def _absolute(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _write_choices(book: Workbook, sheet: Worksheet, looks: Looks, columns: Sequence[Column], first: int) -> None:
    """Drop-downs fed from a hidden sheet, since a list inside the rule may not exceed 255 signs."""
    codes = book.add_worksheet(CODES)
    codes.hide()
    for at, column in enumerate(columns):
        if not column.choices:
            continue
        for row, choice in enumerate(column.choices):
            write_cell(codes, row, at, choice, column, looks.named("line"))
        source = f"='{CODES}'!{_absolute(0, at)}:{_absolute(len(column.choices) - 1, at)}"
        rule = {
            "validate": "list",
            "source": source,
            "error_title": "填写有误",
            "error_message": f"请从下拉列表中选择{column.label}。"[:255],
        }
        sheet.data_validation(first, at, first + ROOM, at, rule)


def _write_notes(book: Workbook, looks: Looks, columns: Sequence[Column], notes: Sequence[str]) -> None:
    """填表说明 on a sheet of its own, numbered."""
    sheet = book.add_worksheet("填表说明")
    sheet.set_column(0, 0, 100)
    lines = ["带红色*的栏目必填；灰色示例行不会导入，可以保留。"]
    lines += [
        f"{column.label}请从下拉列表中选择：{'、'.join(column.choices[:20])}。" for column in columns if column.choices
    ]
    for row, line in enumerate([*lines, *notes]):
        sheet.write_string(row, 0, f"{row + 1}．{line}", looks.named("line"))
