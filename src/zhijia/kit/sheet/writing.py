"""Tables handed out, in the form an office accepts: title, who reports and when, head, numbered body, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from zhijia.kit.sheet.columns import Column
from zhijia.kit.sheet.styles import Looks, set_up_page, write_cell

Target = Path | str | IO[bytes]

SERIAL = Column("serial", "序号", kind="number", width=6)
REASON = Column("reason", "错误说明", width=44)
SIGNATURES = "单位负责人：            审核人：            填表人：            联系电话：            填表日期："
SHEET_NAME = "表1"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the table: the line under the title, totals, signatures, numbered notes."""

    reporter: str = ""
    as_of: str = ""
    unit: str = ""
    total: Sequence[object] | None = None
    signed: bool = False
    notes: tuple[str, ...] = ()


def open_book(target: Target, *, constant_memory: bool) -> Workbook:
    """A workbook that never takes text for a formula, a link or a number."""
    options = {
        "constant_memory": constant_memory,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    return Workbook(str(target) if isinstance(target, Path) else target, options)


def write_table(
    target: Target,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    frame: Frame | None = None,
    *,
    sheet_name: str = SHEET_NAME,
) -> int:
    """Write rows (cells in the order of the columns) and return how many. 序号 is put in front.

    Memory stays flat for any number of rows unless columns are grouped under shared headings. Money cells are
    whole fen; True and False are written 是 and 否.
    """
    frame = frame or Frame()
    grouped = any(column.group for column in columns)
    every = (SERIAL, *columns)
    with open_book(target, constant_memory=not grouped) as book:
        sheet, looks = book.add_worksheet(sheet_name), Looks(book)
        set_up_page(sheet, 2, 3 if grouped else 2)
        write_opening(sheet, looks, title, every, frame)
        head = write_heads(sheet, looks, every)
        formats = [looks.body(column.kind) for column in every]
        count = 0
        for count, cells in enumerate(rows, start=1):
            for at, (value, column) in enumerate(zip((count, *cells), every, strict=True)):
                write_cell(sheet, head + count, at, value, column, formats[at])
        _write_closing(sheet, looks, head + count + 1, every, frame)
    return count


def write_opening(sheet: Worksheet, looks: Looks, title: str, columns: Sequence[Column], frame: Frame) -> None:
    """Widths, the title over all columns, and the line that says who, when and in which unit."""
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    last = len(columns) - 1
    sheet.set_row(0, 36)
    if last:
        sheet.merge_range(0, 0, 0, last, title, looks.named("title"))
    else:
        sheet.write_string(0, 0, title, looks.named("title"))
    line = looks.named("line")
    sheet.write_string(1, 0, f"填报单位（盖章）：{frame.reporter}", line)
    if last > 2:
        sheet.write_string(1, max(last // 2, 1), f"填报日期：{frame.as_of}", line)
        sheet.write_string(1, last, f"单位：{frame.unit}" if frame.unit else "", line)


def write_heads(sheet: Worksheet, looks: Looks, columns: Sequence[Column], *, starred: bool = False) -> int:
    """Row 3, and row 4 when columns share headings; returns the last head row (from 0)."""
    look = looks.named("head")
    grouped = any(column.group for column in columns)
    row = 3 if grouped else 2
    for at, column in enumerate(columns):
        if starred and column.required:
            parts = [looks.named("star"), "*", looks.named("strong"), column.label, look]
            sheet.write_rich_string(row, at, *parts)
        elif grouped and not column.group:
            sheet.merge_range(2, at, 3, at, column.label, look)
        else:
            sheet.write_string(row, at, column.label, look)
    places = enumerate(columns)
    for group, members in groupby(places, key=lambda pair: pair[1].group):
        span = [at for at, _ in members]
        if group and len(span) > 1:
            sheet.merge_range(2, span[0], 2, span[-1], group, look)
        elif group:
            sheet.write_string(2, span[0], group, look)
    return row


def _write_closing(sheet: Worksheet, looks: Looks, row: int, columns: Sequence[Column], frame: Frame) -> None:
    if frame.total is not None:
        for at, (value, column) in enumerate(zip(("合计", *frame.total), columns, strict=True)):
            write_cell(sheet, row, at, value, column, looks.body(column.kind))
        row += 1
    line = looks.named("line")
    if frame.signed:
        sheet.write_string(row, 0, SIGNATURES, line)
        row += 1
    if frame.notes:
        sheet.write_string(row, 0, "填表说明：", line)
        for number, note in enumerate(frame.notes, start=1):
            sheet.write_string(row + number, 0, f"{number}．{note}", line)


def write_errors(
    target: Target,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[tuple[Sequence[object], str]],
) -> int:
    """The bad rows of an import as they were sent, each with its reason in 错误说明; returns how many.

    Cells keep their text form, so the corrected file can be imported again as it is.
    """
    every = (SERIAL, *columns, REASON)
    as_text = [Column(column.key, column.label) for column in columns]
    with open_book(target, constant_memory=True) as book:
        sheet, looks = book.add_worksheet(SHEET_NAME), Looks(book)
        set_up_page(sheet, 2, 2)
        write_opening(sheet, looks, title, every, Frame())
        for at, column in enumerate(every):
            sheet.write_string(2, at, column.label, looks.named("head"))
        text, red = looks.body("text"), looks.named("error")
        count = 0
        for count, (cells, reason) in enumerate(rows, start=1):
            write_cell(sheet, 2 + count, 0, count, SERIAL, looks.body("number"))
            for at, (value, column) in enumerate(zip(cells, as_text, strict=True), start=1):
                write_cell(sheet, 2 + count, at, value, column, text)
            write_cell(sheet, 2 + count, len(every) - 1, reason, REASON, red)
    return count
