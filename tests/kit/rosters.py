"""Rosters as offices send them, made for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from zhijia.kit.sheet import Column, Table, read_tables

COLUMNS = (
    Column("name", "姓名", ("职工姓名", "会员姓名"), required=True, width=10, sample="王示例"),
    Column("id_number", "身份证号", ("身份证号码", "公民身份号码", "证件号码"), "code", required=True, width=22),
    Column("workplace", "工作单位", ("所在单位", "单位名称", "单位"), width=26),
    Column("joined", "入会时间", ("入会日期",), "date"),
    Column("sex", "性别", choices=("男", "女"), width=6),
)
HEAD = ["序号", "姓名", "身份证号", "工作单位", "入会时间"]

Rows = Iterable[Sequence[object]]


def save(path: Path, sheets: dict[str, Rows], merges: Sequence[str] = (), hidden: Sequence[int] = ()) -> Path:
    """An .xlsx with these sheets; merges and hidden rows go to the first."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = book.worksheets[0]
    for merge in merges:
        first.merge_cells(merge)
    for number in hidden:
        first.row_dimensions[number].hidden = True
    book.save(path)
    return path


def repack(source: Path, target: Path, part: str, change: tuple[bytes, bytes]) -> Path:
    """A copy of a package in which one part has been altered."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(*change) if name == part else data)
    return target


def tables(path: Path) -> list[tuple[Table, list[tuple[object, ...]]]]:
    """Every table with its data rows (name, number, workplace, joined, sex)."""
    return [(table, [row.cells for row in table.rows]) for table in read_tables(path, COLUMNS)]


def names(path: Path) -> list[object]:
    """Names of all data rows of all sheets."""
    return [row.cells[0] for table in read_tables(path, COLUMNS) for row in table.rows]
