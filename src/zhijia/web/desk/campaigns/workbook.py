"""A campaign's weeks as a sheet in the shape of the page: A4 landscape, frozen head, text never taken for a formula."""

from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from zhijia.targets.queries.campaigns import CampaignBoard, Line
from zhijia.web.desk.matrix.workbook import Looks
from zhijia.web.desk.words import OUTCOMES

HEAD_ROWS = 4


def write_weeks(target: IO[bytes], board: CampaignBoard) -> None:
    """One line a committee: class, then for each indicator its target and every week."""
    book = Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    sheet, looks = book.add_worksheet(_("突击月")), Looks(book)
    _head(sheet, board, looks)
    lines = [*([board.whole] if board.whole else []), *board.lines]
    for at, line in enumerate(lines, start=HEAD_ROWS):
        _line(sheet, at, line, looks, _("全县") if line is board.whole else line.unit.name)
    sheet.freeze_panes(HEAD_ROWS, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()


def _head(sheet: Worksheet, board: CampaignBoard, looks: Looks) -> None:
    block = 1 + len(board.weeks)
    sheet.merge_range(0, 0, 0, 1 + block * len(board.titles), board.campaign.title, looks.title)
    if board.weeks:
        sheet.write_string(1, 0, _("截至%(day)s") % {"day": board.weeks[-1].isoformat()}, looks.note)
    for column, words in enumerate((_("单位"), _("完成情况"))):
        sheet.merge_range(2, column, 3, column, words, looks.head)
    sheet.set_column(0, 0, 18)
    for number, title in enumerate(board.titles):
        first = 2 + number * block
        sheet.write_string(2, first, title, looks.head)
        sheet.write_string(3, first, _("目标"), looks.head)
        for offset, day in enumerate(board.weeks, start=1):
            sheet.write_string(2, first + offset, "", looks.head)
            sheet.write_string(3, first + offset, f"{day:%m-%d}", looks.head)


def _line(sheet: Worksheet, at: int, line: Line, looks: Looks, name: str) -> None:
    sheet.write_string(at, 0, name, looks.text)
    sheet.write_string(at, 1, str(OUTCOMES[line.outcome]) if line.outcome else "—", looks.text)
    column = 2
    for task in line.tasks:
        if task.target is None:
            sheet.write_string(at, column, "—", looks.text)
        else:
            sheet.write_number(at, column, float(task.target.value), looks.number)
        for offset, figure in enumerate(task.weeks, start=1):
            sheet.write_number(at, column + offset, figure.top, looks.number)
        column += 1 + len(task.weeks)
