"""A plan file as a sequence of paragraphs and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import quantiles

from zhijia.targets.plantext.folding import Passage, fold_line, join_lines, lines_of

GAP = re.compile(r"\t+|[ \u3000]{2,}")
RULE = re.compile(r"[\s|:：+\-—=]+")
UNIT_IN_BRACKETS = re.compile(r"[(（](?:家|人|个|户|名|次|场|期|件|份|元|万元|%|％|人次|场次|项|篇|条)[)）]")
LONGEST_CELL = 80
NUMERIC = re.compile(r"\d[\d,.]*(?:-\d+)?[^\d,。;:]{0,3}")


@dataclass(frozen=True)
class Cell:
    """A cell with its unfolded text and the index of its first character in the file."""

    text: str
    offset: int

    def folded(self) -> Passage:
        """The cell in one spelling."""
        return fold_line(self.text, self.offset)


Row = list[Cell]


def blocks(text: str) -> Iterator[Passage | list[Row]]:
    """Paragraphs and tables in reading order; scanned lines inside a paragraph are joined."""
    lines = list(lines_of(text))
    lengths = [len("".join(line.split())) for line, _ in lines if line.strip()]
    width = int(quantiles(lengths, n=10)[7]) if len(lengths) > 1 else 0
    held: list[Passage] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table:
            yield from _paragraphs(held, width)
            held = []
            yield table[0]
            at += table[1]
        else:
            held.append(fold_line(*lines[at]))
            at += 1
    yield from _paragraphs(held, width)


def _paragraphs(lines: list[Passage], width: int) -> Iterator[Passage]:
    for passage in join_lines(lines, min(width, 60)):
        yield from passage.pieces()


def _table_at(lines: list[tuple[str, int]], at: int) -> tuple[list[Row], int] | None:
    """The table that begins at a line, with the number of lines it takes; None if there is none."""
    split = _by_blanks if len(UNIT_IN_BRACKETS.findall(lines[at][0])) >= 2 and "|" not in lines[at][0] else _cells
    rows: list[Row] = []
    taken = 0
    for place in range(at, len(lines)):
        line, offset = lines[place]
        cells = split(line, offset)
        if RULE.fullmatch(line) and taken:
            taken += 1
            continue
        if len(cells) < 2 or not _fits(cells, rows, 0 if split is _by_blanks else 1):
            break
        rows.append(cells)
        taken += 1
        if taken == 3 and not _looks_tabular(rows):
            return None
    return (rows, taken) if len(rows) >= 2 and _looks_tabular(rows) else None


def _fits(cells: Row, rows: list[Row], slack: int) -> bool:
    """A row about as wide as the first one, without a cell as long as a paragraph."""
    width = len(rows[0]) if rows else len(cells)
    return abs(len(cells) - width) <= slack and all(len(cell.text) <= LONGEST_CELL for cell in cells)


def _looks_tabular(rows: list[Row]) -> bool:
    """Some cell among the first rows is a bare figure: not a scan with wide blanks."""
    return any(NUMERIC.fullmatch("".join(cell.text.split())) for row in rows[:3] for cell in row)


def _cells(line: str, offset: int) -> Row:
    separator = re.compile(r"\|") if line.count("|") >= 2 else GAP
    return _split(line, offset, separator)


def _by_blanks(line: str, offset: int) -> Row:
    return _split(line, offset, re.compile(r"[\s\u3000]+"))


def _split(line: str, offset: int, separator: re.Pattern[str]) -> Row:
    """Cells between separators; blanks around a cell are not part of it, an empty cell at either end is dropped."""
    body = line.strip(" \u3000")
    start = line.find(body)
    cells, last = [], 0
    for match in [*separator.finditer(body), None]:
        piece = body[last : match.start() if match else len(body)]
        inner = piece.strip()
        cells.append(Cell(inner, offset + start + last + (piece.find(inner) if inner else 0)))
        last = match.end() if match else last
    if separator.pattern == r"\|":
        cells = cells[1 if not cells[0].text else 0 : -1 if not cells[-1].text else None]
    return cells
