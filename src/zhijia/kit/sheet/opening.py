"""Opens what an office sends, whatever its ending says, and gives its sheets as rows of cells.

Small and middling workbooks are read at once by the fast library; a very long or oddly spread one is streamed
row by row, so that memory stays flat. Nothing is opened before its size is known to be harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from zipfile import BadZipFile

from zhijia.kit.sheet import package, reading_process, text_file
from zhijia.kit.sheet.limits import DEFAULT, MEGABYTE, Limits
from zhijia.kit.sheet.refusals import corrupt, encrypted, too_large, unreadable

Cells = Sequence[object]
Merge = tuple[int, int, int, int]

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAM_BREAKS = (KeyError, IndexError, ValueError, TypeError, OSError, SyntaxError, BadZipFile)
_LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class RawSheet:
    """One visible sheet. `rows` gives (row number from 1, cells from column `first_column`), once."""

    name: str
    rows: Iterable[tuple[int, Cells]]
    first_column: int = 0
    hidden_rows: frozenset[int] = frozenset()
    # (first row, first column, last row, last column), rows from 1, columns from 0.
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A file that may be read: its kind, visible sheets in order, and defined names (of .xlsx only)."""

    kind: str
    sheets: Iterator[RawSheet]
    names: dict[str, str] = field(default_factory=dict)


def open_sheets(path: Path | str, limits: Limits = DEFAULT) -> Opened:
    """Sniff, check and open; raises FileRefused with the `file_level` as its code. The first sheet has begun by then."""
    path = Path(path)
    size = path.stat().st_size
    if size > limits.packed:
        raise too_large(f"{limits.packed // MEGABYTE} MB")
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_ZIP):
        looked = package.look_over(path, limits)
        return Opened("xlsx", _begun(_modern(path, looked, limits)), looked.names)
    if head == _OLE:
        if size > limits.old_format:
            raise too_large(f"{limits.old_format // MEGABYTE} MB")
        if _LOCKED in path.read_bytes():
            raise encrypted()
        return Opened("xls", _begun(_held(path, {})))
    if head[:4] in (b"%PDF", b"\x89PNG", b"Rar!") or head[:5].lower() in (b"<html", b"<?xml"):
        raise unreadable()
    rows = text_file.rows_of(path, text_file.encoding_of(path))
    return Opened("csv", iter([RawSheet(path.stem, rows)]))


def _begun(sheets: Iterator[RawSheet]) -> Iterator[RawSheet]:
    """The sheets, the first of them read so far that a broken file is refused now and not halfway."""
    return chain(list(islice(sheets, 1)), sheets)


def _modern(path: Path, looked: package.Package, limits: Limits) -> Iterator[RawSheet]:
    if max((facts.cells for facts in looked.sheets.values()), default=0) > limits.held_cells:
        return _streamed(path, looked, limits)
    return _held(path, looked.sheets)


def _held(path: Path, facts: dict[str, package.SheetFacts]) -> Iterator[RawSheet]:
    try:
        for part in reading_process.read_parts(path):
            known = facts.get(part.name)
            yield RawSheet(
                part.name,
                _refusing(enumerate(part.rows, start=1)),
                part.first_column,
                known.hidden_rows if known else frozenset(),
                tuple((top + 1, left, bottom + 1, right) for top, left, bottom, right in part.merges),
            )
    except reading_process.Locked as locked:
        raise encrypted() from locked
    except reading_process.Broken as broken:
        raise corrupt() from broken


def _refusing(rows: Iterable[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    """The rows; what breaks while they are read refuses the file."""
    try:
        yield from rows
    except reading_process.Locked as locked:
        raise encrypted() from locked
    except (reading_process.Broken, *_STREAM_BREAKS) as broken:
        raise corrupt() from broken


def _streamed(path: Path, looked: package.Package, limits: Limits) -> Iterator[RawSheet]:
    """Row by row with flat memory; slower, and columns beyond the limit are cut off."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except _STREAM_BREAKS as broken:
        raise corrupt() from broken
    with closing(book):
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                numbered = enumerate(sheet.iter_rows(values_only=True, max_col=limits.columns), start=1)
                rows = _refusing(pair for pair in numbered if pair[1].count(None) != len(pair[1]))
                facts = looked.sheets.get(sheet.title)
                hidden, merges = (facts.hidden_rows, facts.merges) if facts else (frozenset(), ())
                yield RawSheet(sheet.title, rows, 0, hidden, merges)
