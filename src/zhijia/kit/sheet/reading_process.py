"""Workbooks are taken apart in a process of their own, with little memory and time.

A damaged or hostile workbook can make the fast reading library end its whole process or ask for all memory there
is; so the process that reads it serves nobody else. This file is also that process's program: it needs nothing of
the product, only the library. Between the two runs JSON, line by line, so the reader's own memory stays small.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any, NamedTuple

ROWS_A_LINE = 500
SECONDS = 20
SECONDS_A_MEGABYTE = 2
MEMORY = 512 << 20
MEMORY_A_BYTE = 24
LOCKED, BROKEN = 3, 1

_READERS: dict[str, Callable[[str], object]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


class Locked(Exception):
    """The workbook has a password."""


class Broken(Exception):
    """The workbook cannot be read within its limits."""


class Part(NamedTuple):
    """One visible sheet; merges are (first row, first column, last row, last column), all from 0."""

    name: str
    first_column: int
    merges: list[tuple[int, int, int, int]]
    rows: Iterator[list[object]]


def read_parts(path: Path) -> Iterator[Part]:
    """The visible sheets in order; go through the rows of one before the next. Raises Locked or Broken."""
    command = [sys.executable, "-I", __file__, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603
        try:
            assert child.stdout is not None
            while head := _next(child, child.stdout):
                name, first_column, merges = head
                rows = _rows(child, child.stdout)
                yield Part(name, first_column, merges, rows)
                for _ in rows:
                    pass
        finally:
            child.kill()


def _next(child: subprocess.Popen[bytes], lines: IO[bytes]) -> list[Any]:
    """The next line; [] is a mark of the protocol; an end without a mark tells why the process ended."""
    line = lines.readline()
    if line.endswith(b"\n"):
        read: list[Any] = json.loads(line)
        return read
    if child.wait() == LOCKED:
        raise Locked
    raise Broken


def _rows(child: subprocess.Popen[bytes], lines: IO[bytes]) -> Iterator[list[object]]:
    while rows := _next(child, lines):
        for row in rows:
            yield [_from_json(cell) if type(cell) is list else cell for cell in row]


def _from_json(cell: list[str]) -> object:
    kind, text = cell
    return _READERS[kind](text)


def _to_json(cell: object) -> object:
    """What JSON does not know: dates with their kind, lengths of time as text."""
    return str(cell) if isinstance(cell, timedelta) else [type(cell).__name__, str(cell)]


def main(path: str) -> int:
    """Write per sheet: name, first column, merges; then lines of rows; then []. A last [] ends the book."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    size = Path(path).stat().st_size
    seconds = SECONDS + SECONDS_A_MEGABYTE * (size >> 20)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + MEMORY_A_BYTE * size,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with Path(path).open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
        for about in book.sheets_metadata:
            if about.visible is SheetVisibleEnum.Visible and about.typ is SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or []]
                _say([about.name, sheet.start[1] if sheet.start else 0, merges])
                batch: list[list[object]] = []
                for row in sheet.iter_rows():
                    batch.append(list(row))
                    if len(batch) == ROWS_A_LINE:
                        _say(batch)
                        batch = []
                if batch:
                    _say(batch)
                _say([])
        _say([])
    except PasswordError:
        return LOCKED
    except (CalamineError, OSError, ValueError, MemoryError):
        return BROKEN
    return 0


def _say(line: list[Any]) -> None:
    sys.stdout.write(json.dumps(line, default=_to_json) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
