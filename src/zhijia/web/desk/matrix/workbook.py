"""The matrix as a sheet in the same shape: two lines per head, frozen panes, A4 landscape, lights in words."""

from fractions import Fraction
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zhijia.indicators.rules import Figure
from zhijia.schemes.words import said
from zhijia.targets.queries.board import Cell, Matrix, Row, Sum
from zhijia.targets.rules import Light
from zhijia.web.components.light import LIGHTS

PARTS = 4
COLOURS = {
    Light.DONE: "#1B6E2E", Light.NORMAL: "#1B6E2E", Light.WARNING: "#8A5A00", Light.BEHIND: "#B71C1C",
    Light.OVERDUE: "#B71C1C", Light.IDLE: "#5B6470", Light.NO_DATA: "#5B6470",
}  # fmt: skip


class Looks:
    """Cell formats, made once."""

    def __init__(self, book: Workbook) -> None:
        """Base, head, title, subtotal, and one per light."""
        base = {"border": 1, "font_name": "宋体", "font_size": 9, "align": "center", "valign": "vcenter"}
        self.title = book.add_format({"bold": True, "font_size": 14, "align": "center", "font_name": "宋体"})
        self.note = book.add_format({"font_size": 9, "font_name": "宋体"})
        self.head = book.add_format({**base, "bold": True, "text_wrap": True, "bg_color": "#F2F2F2"})
        self.text = book.add_format({**base, "align": "left"})
        self.number = book.add_format({**base, "num_format": "#,##0.##"})
        self.share = book.add_format({**base, "num_format": "0.0%"})
        self.lights = {light: book.add_format({**base, "font_color": colour}) for light, colour in COLOURS.items()}


def write_matrix(target: IO[bytes], matrix: Matrix) -> None:
    """Write the sheet; four columns a target (done, target, rate, light). Text is never taken for a formula."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(target, options)
    sheet, looks = book.add_worksheet(_("目标矩阵")), Looks(book)
    _head(sheet, matrix, looks)
    at = 4
    if matrix.total is not None:
        _row(sheet, at, _("全县"), matrix.total, looks)
        at += 1
    for group in matrix.groups:
        for row in group.rows:
            _row(sheet, at, row.unit.name, row, looks)
            at += 1
        sheet.write_string(at, 0, _("%(group)s小计") % {"group": _(group.name)}, looks.head)
        for column, added in enumerate(group.sums):
            _sum(sheet, at, 1 + column * PARTS, added, looks)
        at += 1
    sheet.freeze_panes(4, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2, 3)
    book.close()


def _head(sheet: Worksheet, matrix: Matrix, looks: Looks) -> None:
    width = max(1, len(matrix.columns) * PARTS)
    sheet.merge_range(0, 0, 0, width, _("%(year)s年度目标任务完成情况") % {"year": matrix.year}, looks.title)
    sheet.write_string(1, 0, _("截至%(day)s") % {"day": matrix.as_of.isoformat()}, looks.note)
    sheet.merge_range(2, 0, 3, 0, _("单位"), looks.head)
    sheet.set_column(0, 0, 18)
    for at, column in enumerate(matrix.columns):
        first = 1 + at * PARTS
        sheet.merge_range(2, first, 2, first + PARTS - 1, f"{said(column.title)}（{said(column.unit)}）", looks.head)
        for offset, words in enumerate((_("完成"), _("目标"), _("完成率"), _("进度"))):
            sheet.write_string(3, first + offset, words, looks.head)


def _row(sheet: Worksheet, at: int, name: str, row: Row, looks: Looks) -> None:
    sheet.write_string(at, 0, name, looks.text)
    for column, cell in enumerate(row.cells):
        _cell(sheet, at, 1 + column * PARTS, cell, looks)


def _cell(sheet: Worksheet, at: int, first: int, cell: Cell, looks: Looks) -> None:
    _number(sheet, at, first, _value(cell.figure), looks.number)
    _number(sheet, at, first + 1, Fraction(cell.goal.value) if cell.goal else None, looks.number)
    _number(sheet, at, first + 2, cell.share, looks.share)
    _light(sheet, at, first + 3, cell.light, looks)


def _sum(sheet: Worksheet, at: int, first: int, added: Sum, looks: Looks) -> None:
    _number(sheet, at, first, _value(added.figure), looks.number)
    _number(sheet, at, first + 1, Fraction(added.goal) if added.goal is not None else None, looks.number)
    _number(sheet, at, first + 2, added.share, looks.share)
    _light(sheet, at, first + 3, added.light, looks)


def _light(sheet: Worksheet, at: int, column: int, light: Light | None, looks: Looks) -> None:
    if light is None:
        sheet.write_string(at, column, "—", looks.text)
    else:
        shape, word = LIGHTS[light]
        sheet.write_string(at, column, f"{shape} {word}", looks.lights[light])


def _number(sheet: Worksheet, at: int, column: int, value: Fraction | None, look: Format) -> None:
    if value is None:
        sheet.write_string(at, column, "—", look)
    else:
        sheet.write_number(at, column, round(float(value), 4), look)


def _value(figure: Figure) -> Fraction | None:
    """As shown: rates to one decimal."""
    value = figure.value
    return value if value is None or not figure.is_rate else Fraction(int(value * 10 + Fraction(1, 2)), 10)
