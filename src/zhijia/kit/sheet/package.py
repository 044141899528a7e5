"""The zip package of an .xlsx file, looked over before anything is unpacked into memory.

Answers what the reading library does not: is it a trap, which rows are hidden, which names are defined, and how
wide and long the values really lie, whatever size the sheet declares.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from zhijia.kit.sheet.limits import MEGABYTE, Limits
from zhijia.kit.sheet.refusals import corrupt, encrypted, too_large, unreadable

# Nearly all programs write plain <row>; a literal start is searched several times faster than an optional prefix.
_PLAIN_ROW = re.compile(rb"<row\b([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_MERGE = re.compile(rb'mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NUMBER = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_WIDE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{2,3})\d+"[^>/]*>(?!</)')
_MAYBE_WIDE = re.compile(rb'r="[A-Z]{2}')
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LAST_POSSIBLE_ROW = 1_048_576
_WIDTHS = {1: 26, 2: 702, 3: 16_384}


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One worksheet: hidden rows by number, an upper bound for the block that holds all values, merged cells.

    Merges are (first row, first column, last row, last column), rows from 1, columns from 0.
    """

    hidden_rows: frozenset[int]
    last_row: int
    widest: int
    merges: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def cells(self) -> int:
        """Cells a reader holds when it keeps the whole block."""
        return self.last_row * self.widest


@dataclass(frozen=True, slots=True)
class Package:
    """What the look-over found: facts by sheet name, and defined names with what they stand for."""

    sheets: dict[str, SheetFacts]
    names: dict[str, str]


def look_over(path: Path, limits: Limits) -> Package:
    """Check and scan a package; raises FileRefused. Reads each sheet once, in pieces of a megabyte."""
    try:
        with ZipFile(path) as zipped:
            _check_sizes(zipped, limits)
            if "xl/workbook.xml" not in zipped.namelist():
                raise unreadable()
            targets, names = _workbook(zipped)
            for part in ("xl/sharedStrings.xml", "xl/styles.xml"):
                if part in zipped.namelist():
                    for _ in _pieces(zipped, part):
                        pass
            present = set(zipped.namelist())
            sheets = {name: _scan(zipped, part) for name, part in targets.items() if part in present}
            return Package(sheets, names)
    except (BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, NotImplementedError, OSError) as broken:
        raise corrupt() from broken
    except RuntimeError as locked:
        raise encrypted() from locked


def _check_sizes(zipped: ZipFile, limits: Limits) -> None:
    parts = zipped.infolist()
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    swollen = any(
        size > limits.free_unpacked and size > limits.ratio * max(within, 1)
        for size, within in ((unpacked, packed), *((part.file_size, part.compress_size) for part in parts))
    )
    if unpacked > limits.unpacked or len(parts) > limits.parts or swollen:
        raise too_large(f"{limits.unpacked // MEGABYTE} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise encrypted()


def _workbook(zipped: ZipFile) -> tuple[dict[str, str], dict[str, str]]:
    """Part of each worksheet by its name, and the defined names."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    book = etree.fromstring(zipped.read("xl/workbook.xml"), parser)
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in zipped.namelist():
        for link in etree.fromstring(zipped.read("xl/_rels/workbook.xml.rels"), parser):
            target = link.get("Target", "")
            targets[link.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = {
        sheet.get("name", ""): targets.get(sheet.get(_REL, ""), "") for sheet in book.iterfind(".//{*}sheets/{*}sheet")
    }
    names = {name.get("name", ""): name.text or "" for name in book.iterfind(".//{*}definedNames/{*}definedName")}
    return sheets, names


def _pieces(zipped: ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that never split a tag; a wrong checksum raises BadZipFile at the end."""
    rest = b""
    with zipped.open(part) as stream:
        while piece := stream.read(MEGABYTE):
            piece = rest + piece
            cut = piece.rfind(b"<")
            cut = len(piece) if cut <= 0 or len(piece) - cut > MEGABYTE else cut
            yield piece[:cut]
            rest = piece[cut:]
    yield rest


def _scan(zipped: ZipFile, part: str) -> SheetFacts:
    hidden: set[int] = set()
    merges: list[tuple[int, int, int, int]] = []
    last = 0
    widest = 1
    rows = _PLAIN_ROW
    for at_piece, piece in enumerate(_pieces(zipped, part)):
        if at_piece == 0 and b"<sheetData" not in piece:
            rows = _ROW
        for row in rows.finditer(piece):
            attributes = row[1]
            number = _NUMBER.search(attributes)
            at = int(number[1]) if number else last + 1
            if at > LAST_POSSIBLE_ROW:
                raise corrupt()
            if not attributes.endswith(b"/"):
                last = max(last, at)
            if _HIDDEN.search(attributes):
                hidden.add(at)
        if widest < 3 and _MAYBE_WIDE.search(piece):
            widest = max([widest, *(len(found[1]) for found in _WIDE.finditer(piece))])
        if b"mergeCell" in piece:
            merges += [
                (int(top), column_index(left.decode()), int(bottom), column_index(right.decode()))
                for left, top, right, bottom in _MERGE.findall(piece)
            ]
    return SheetFacts(frozenset(hidden), last, _WIDTHS[widest], tuple(merges))


def column_index(letters: str) -> int:
    """0 for A, 26 for AA."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
