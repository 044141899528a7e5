"""Tables as offices really send them: found in every visible sheet, read row by row, freed of what is not data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from zhijia.kit.bad_input import BadInput
from zhijia.kit.cells import plain
from zhijia.kit.problem import gettext_noop
from zhijia.kit.sheet import marks, template_names
from zhijia.kit.sheet.columns import Column, heading, headings_in
from zhijia.kit.sheet.fills import Fills
from zhijia.kit.sheet.heads import NOWHERE, SEARCHED_ROWS, Head, find_head, match
from zhijia.kit.sheet.limits import DEFAULT, Limits
from zhijia.kit.sheet.opening import Cells, Opened, RawSheet, open_sheets

SHORTEST_NUMBER = 14
_NO_HEAD = gettext_noop("未找到表头，请确认选对了表格：表头应包含“%(labels)s”等栏目。")


class SheetRow(NamedTuple):
    """One data row: number as the office sees it, raw cells in the order of the wanted columns ('' if lacking).

    `section` is the line above that names the unit, when the table is cut into sections by such lines.
    """

    number: int
    cells: tuple[object, ...]
    hidden: bool
    section: str


@dataclass
class Table:
    """One sheet's table. `rows` can be gone through once; `skipped` counts what was left out, by kind."""

    sheet: str
    titles: tuple[str, ...]
    head: Head
    columns: tuple[Column, ...]
    rows: Iterator[SheetRow] = field(default_factory=lambda: iter(()))
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def missing(self) -> tuple[Column, ...]:
        """Required columns that the sheet does not have."""
        pairs = zip(self.columns, self.head.places, strict=True)
        return tuple(column for column, place in pairs if column.required and place == NOWHERE)


def read_tables(file: Path | str | Opened, columns: Sequence[Column], limits: Limits = DEFAULT) -> Iterator[Table]:
    """The tables of all visible sheets, in order; exhaust the rows of one before the next.

    Raises FileRefused before anything is read, BadInput `no_head` at the end when no sheet has a table.
    """
    opened = file if isinstance(file, Opened) else open_sheets(file, limits)
    found = False
    for sheet in opened.sheets:
        table = _table(sheet, tuple(columns), template_names.head_of(opened.names, sheet, columns))
        if table:
            found = True
            yield table
    if not found:
        labels = "、".join(column.label for column in columns if column.required) or columns[0].label
        raise BadInput("no_head", _NO_HEAD, labels=labels)


def _table(sheet: RawSheet, columns: tuple[Column, ...], known: Head | None) -> Table | None:
    rows = iter(sheet.rows)
    window = list(islice(rows, SEARCHED_ROWS))
    head = known or find_head(window, columns, sheet.merges, sheet.first_column)
    if head is None:
        return None
    above = [cells for number, cells in window if number < head.first_row]
    below = [(number, cells) for number, cells in window if number > head.last_row]
    titles = tuple(text for cells in above for cell in cells if (text := plain(cell)))
    table = Table(sheet.name, titles, head, columns)
    said = {cell for number, cells in window if head.first_row <= number <= head.last_row for cell in cells}
    table.rows = _Reading(sheet, table, said).run(chain(below, rows))
    return table


class _Reading:
    """The state of going down one sheet: where the columns are, which section, what merges are still open."""

    def __init__(self, sheet: RawSheet, table: Table, said: set[object]) -> None:
        self.sheet = sheet
        self.table = table
        self.places = table.head.places
        self.width = max(self.places) + 1
        self.head_words = {name for column in table.columns for name in (column.label, *column.aliases)} | said
        self.head_words -= {"", None}
        self.required = [at for at, column in enumerate(table.columns) if column.required]
        self.fills = Fills(sheet) if any(bottom > top for top, _, bottom, _ in sheet.merges) else None
        self.wide = {(top, left - sheet.first_column) for top, left, _, right in sheet.merges if right > left}
        self.section = ""
        self.in_tail = False

    def run(self, rows: Iterator[tuple[int, Cells]]) -> Iterator[SheetRow]:
        """Data rows only."""
        hidden = self.sheet.hidden_rows
        last: tuple[object, ...] = ()
        for number, raw in rows:
            cells = self.padded(raw)
            picked = tuple([cells[place] for place in self.places])
            kind = "" if self.is_plain(cells, picked) else self.kind_of(number, cells, picked)
            if kind:
                self.table.skipped[kind] += kind != "blank"
                continue
            if self.fills and self.fills.open_at(number):
                cells = self.fills.fill(number, cells)
                picked = tuple([cells[place] for place in self.places])
            if last and not marks.DITTO.isdisjoint(picked):
                picked = tuple([old if new in marks.DITTO else new for new, old in zip(picked, last, strict=True)])
            last = picked
            yield SheetRow(number, picked, number in hidden, self.section)

    def padded(self, raw: Cells) -> list[object]:
        """The cells, as many as the columns need, and one empty cell at the end for columns that are NOWHERE."""
        cells = list(raw)
        if len(cells) < self.width:
            cells += [""] * (self.width - len(cells))
        cells.append("")
        return cells

    def is_plain(self, cells: list[object], picked: tuple[object, ...]) -> bool:
        """Surely a data row: every required cell is filled and neither it nor the row begins like anything else."""
        for at in self.required:
            cell = picked[at]
            if _blank(cell) or cell in self.head_words:
                return False
        lead, name = cells[0], picked[0]
        if type(lead) is str and lead[:1] in marks.SUSPECT and not lead.isdigit():
            return False
        if type(name) is str and (name[:1] in marks.SUSPECT or name[-1:] in marks.SUSPECT_ENDS):
            return False
        return bool(self.required)

    def kind_of(self, number: int, cells: list[object], picked: tuple[object, ...]) -> str:
        """'' for a data row; else blank, head, total, tail, sample or section."""
        first = next((at for at, cell in enumerate(cells) if not _blank(cell)), None)
        if first is None:
            return "blank"
        lead = cells[first]
        words = [cell for cell in picked if type(cell) is str and cell in self.head_words]
        if words and self.is_head(number, cells, picked):
            return "head"
        if type(lead) is str:
            if marks.is_sample(lead):
                return "sample"
            if marks.is_tail(lead) and self.lacks_required(picked):
                self.in_tail = True
                return "tail"
            if self.is_alone(cells, first):
                return self.alone(number, lead, first)
        if any(type(cell) is str and marks.is_total(cell) for cell in cells[first : first + 3]):
            return "total" if self.lacks_required(picked) else ""
        return "blank" if all(map(_blank, picked)) else ""

    def is_head(self, number: int, cells: list[object], picked: tuple[object, ...]) -> bool:
        """A repeated head, whose columns may have moved."""
        said = [cell for cell in picked if not _blank(cell)]
        if not all(isinstance(cell, str) and heading(cell) in _headings(self.table.columns) for cell in said):
            return False
        again = match([headings_in(cell) for cell in cells], self.table.columns, number, number)
        if again.found >= self.table.head.found:
            self.places = again.places
            self.width = max(self.places) + 1
        return True

    def is_alone(self, cells: list[object], first: int) -> bool:
        return all(map(_blank, cells[first + 1 :]))

    def alone(self, number: int, text: str, first: int) -> str:
        """A line with one cell: names the unit below, belongs to the notes, or is a data row with one value."""
        if self.in_tail:
            return "tail"
        if marks.is_total(text):
            return "total"
        could_be_data = first in self.places and len(self.required) < 2
        if (number, first) in self.wide or (marks.names_a_unit(text) and not could_be_data):
            self.section = plain(text)
            return "section"
        return "" if first in self.places else "blank"

    def lacks_required(self, picked: tuple[object, ...]) -> bool:
        """Is a required cell empty, or filled by the very word for a total?"""
        must = [picked[at] for at in self.required]
        if any(_is_number(picked[at]) for at in self.required if self.table.columns[at].kind == "code"):
            return False
        return not must or any(_blank(cell) or (type(cell) is str and marks.is_total(cell)) for cell in must)


def _headings(columns: tuple[Column, ...]) -> frozenset[str]:
    return frozenset(chain.from_iterable(column.headings for column in columns))


def _is_number(cell: object) -> bool:
    """Does it look like a person's number? Then even somebody called 王小计 is somebody."""
    text = plain(cell)
    return len(text) >= SHORTEST_NUMBER and text[:SHORTEST_NUMBER].isdigit()


def _blank(cell: object) -> bool:
    return cell is None or cell == "" or (type(cell) is str and cell.isspace())
