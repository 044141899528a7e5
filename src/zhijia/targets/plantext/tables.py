"""Task tables: a figure in a cell takes its unit and subject from the column's head and its row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhijia.kit.numerals import number
from zhijia.targets.plantext.dates import dates_in
from zhijia.targets.plantext.folding import Passage
from zhijia.targets.plantext.layout import Row
from zhijia.targets.plantext.mentions import mentions_in
from zhijia.targets.plantext.units import COUNTED, MONEY, PERCENT, unit_of

HEAD_UNIT = re.compile(rf"\((?:单位:)?(?P<unit>万元|亿元|元|%|{'|'.join(COUNTED)})\)")
FIGURE = re.compile(
    r"(?P<sign>[≥≤><]=?|不少于|不低于|不超过)?(?P<low>\d[\d,]*(?:\.\d+)?)(?:[-至](?P<high>\d[\d,]*(?:\.\d+)?))?"
)
NOT_A_TARGET = re.compile(r"完成情况|序号|编号|上年|去年|现有|已|实际|基数|底数|现状|备注|分值|得分|权重|电话")
UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
GOAL_HEAD = re.compile(r"目标|任务|指标|计划")
DEADLINE_HEAD = re.compile(r"时限|时间|期限|节点|日期|^月份$|^季度$|进度要求")
MONEY_SCALE = {"元": 1.0, "万元": 10_000.0, "亿元": 100_000_000.0}


@dataclass(frozen=True)
class CellTarget:
    """A bare figure of a table: value, unit, subject, due (None: the heading's), and its cell in folded form."""

    value: float
    value_max: float | None
    unit: str
    subject: str
    due: date | None
    cell: Passage
    comparator: str = ">="


@dataclass(frozen=True)
class Worded:
    """A cell with words of its own, to be read like a paragraph; `due` is the date its row or column gives.

    `goal`: its column is headed as one of targets.
    """

    cell: Passage
    due: date | None
    goal: bool


def table_figures(rows: list[Row], caption_unit: str, year: int) -> Iterator[CellTarget | Worded]:
    """Targets of bare figures; cells with words of their own come back to be read.

    `caption_unit`: the unit a caption gives to the whole table, empty without one.
    """
    folded = [[cell.folded() for cell in row] for row in rows]
    first = next((at for at, row in enumerate(folded) if _has_figures(row)), len(folded))
    titles = [cell.text for cell in folded[first - 1]] if first else []
    yield from (
        Worded(cell, None, goal=False) for row in folded[:first] for cell in row if cell.text and mentions_in(cell.text)
    )
    for row in folded[first:]:
        # A head cut in two by blanks (镇  区) has one cell too many at the left; the right ends agree.
        if row and len(titles) > len(row) and DEADLINE_HEAD.search(titles[-1]):
            heads = titles[len(titles) - len(row) :]
        else:
            heads = titles
        due = next(
            (_due(cell.text, year) for head, cell in zip(heads, row, strict=False) if DEADLINE_HEAD.search(head)), None
        )
        row_unit = next((cell.text for head, cell in zip(heads, row, strict=False) if UNIT_HEAD.search(head)), "")
        unit = row_unit if row_unit in (*MONEY_SCALE, PERCENT, *COUNTED) else caption_unit
        label = next((cell.text for cell in row if cell.text and not FIGURE.fullmatch(cell.text)), "")
        for place, cell in enumerate(row):
            head = heads[place] if place < len(heads) else ""
            if cell.text and not (NOT_A_TARGET.search(head) or DEADLINE_HEAD.search(head) or _over(head, year)):
                yield from _from_cell(cell, head, label, due or _due(head, year), unit)


def _from_cell(
    cell: Passage, head: str, label: str, due: date | None, caption_unit: str
) -> Iterator[CellTarget | Worded]:
    subject = f"{label} {HEAD_UNIT.sub('', head)}".strip()
    bare = FIGURE.fullmatch(cell.text)
    own = [mention for mention in mentions_in(cell.text) if mention.start == 0]
    if bare:
        unit = _unit(head, caption_unit)
        if unit:
            scale = MONEY_SCALE.get(unit, 1.0)
            high = number(bare["high"]) * scale if bare["high"] else None
            yield CellTarget(
                round(number(bare["low"]) * scale, 2),
                high,
                MONEY if unit in MONEY_SCALE else unit_of(unit),
                subject,
                due,
                cell,
                "<=" if (bare["sign"] or ">=").startswith(("≤", "<", "不超过")) else ">=",
            )
    elif own and len(cell.text) - own[0].end <= 2:
        yield CellTarget(own[0].value, own[0].value_max, own[0].unit, subject, due, cell)
    elif mentions_in(cell.text):
        yield Worded(cell, due, goal=bool(GOAL_HEAD.search(head)))


def _unit(head: str, caption_unit: str) -> str:
    named = HEAD_UNIT.search(head)
    if named:
        return named["unit"]
    return PERCENT if re.search(r"率|比例|覆盖面", head) else caption_unit


def _has_figures(row: list[Passage]) -> bool:
    return any(FIGURE.match(cell.text) and not re.match(r"(?:20)?\d\d年", cell.text) for cell in row)


def _due(text: str, year: int) -> date | None:
    return next((mark.due for mark in reversed(dates_in(text, year)) if mark.due), None)


def _over(head: str, year: int) -> bool:
    return any(mark.given is not None and mark.given < year for mark in dates_in(head, year))
