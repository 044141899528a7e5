"""Attachments of a circular: the ranking table, the progress table, the list of what runs out."""

from collections.abc import Mapping, Sequence

from zhijia.bulletins.board import Board
from zhijia.bulletins.house import house
from zhijia.bulletins.printing import Press
from zhijia.bulletins.ranking import Placed
from zhijia.indicators.queries import indicator_of
from zhijia.papers.blocks import Column, Table, row
from zhijia.papers.paper import chinese_date
from zhijia.papers.runs import Runs
from zhijia.papers.skeletons.parts import TableSheet
from zhijia.papers.wording import is_ranked, place_text
from zhijia.registers.base.register import register_of
from zhijia.targets.queries.board import Cell, Unit

TASKS_PER_SHEET = 5


def sheets_of(board: Board, places: Mapping[str, Sequence[Placed[Unit]]], press: Press) -> tuple[TableSheet, ...]:
    """All attachments; the progress table is broken over sheets of a few tasks so that it stays readable."""
    tasks = list(board.tasks)
    chunks = [tasks[at : at + TASKS_PER_SHEET] for at in range(0, len(tasks), TASKS_PER_SHEET)]
    sheets = [
        TableSheet(f"{name}进度排名表", _ranking(board, placed, press), landscape=False)
        for name, placed in places.items()
        if is_ranked(len(placed), house(board.window.as_of))
    ]
    for number, chunk in enumerate(chunks, start=1):
        name = "任务进度表" if len(chunks) == 1 else f"任务进度表（{number}）"
        sheets.append(TableSheet(name, _progress(board, chunk, press)))
    return (*sheets, TableSheet(f"{board.coming.label}到期事项表", _expiring(board, press), landscape=False))


def _ranking(board: Board, placed: Sequence[Placed[Unit]], press: Press) -> Table:
    columns = (Column("名次", 2), Column("单位", 5, "left"), Column("得分", 3, "right"))
    words = house(board.window.as_of)
    rows = [
        row(
            press.count(f"rank:{one.unit.pk}", one.place, place_text(one.place, one.shared, words)),
            one.unit.name,
            press.score(one.unit.pk, one.score),
        )
        for one in placed
    ]
    return Table(columns, tuple(rows), left=_cut_off(board), note="得分相同的并列同一名次，其后名次顺延。")


def _progress(board: Board, tasks: Sequence[str], press: Press) -> Table:
    columns = [Column("序号", 1), Column("单位", 3, "left")]
    for key in tasks:
        title = indicator_of(key).short or indicator_of(key).title
        columns += [
            Column("目标", 2, "right", title),
            Column("完成", 2, "right", title),
            Column("完成率", 2, "right", title),
        ]
    rows = []
    for number, unit in enumerate(board.units, start=1):
        cells: list[Runs] = [*row(str(number), unit.name)]
        for key in tasks:
            cells += _cells(board.cells[unit.pk, key], press)
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows), left=_cut_off(board))


def _cells(cell: Cell, press: Press) -> tuple[Runs, ...]:
    if cell.goal is None:
        return row("—", "—", "—")
    unit = "" if cell.figure.is_rate else cell.figure.unit
    return row(press.goal(cell.goal), press.figure(cell.figure, unit), press.share(cell.goal, cell.share))


def _expiring(board: Board, press: Press) -> Table:
    keys = list(board.expiring)
    columns = (Column("序号", 1), Column("单位", 4, "left"), *(Column(str(register_of(key).label), 2) for key in keys))
    rows: list[tuple[Runs, ...]] = []
    for unit in board.units:
        counts = [board.expiring[key][unit.pk] for key in keys]
        if any(counts):
            cells = (press.count(f"expiring:{key}@{unit.pk}", n) for key, n in zip(keys, counts, strict=True))
            rows.append(row(str(len(rows) + 1), unit.name, *cells))
    return Table(columns, tuple(rows), left=f"{board.coming.label}内到期", right="单位：项")


def _cut_off(board: Board) -> str:
    return f"截至{chinese_date(board.window.as_of)}"
