"""Comma, tab or semicolon separated text as offices save it: UTF-8 with or without mark, GB18030, UTF-16."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from zhijia.kit.sheet.refusals import corrupt, unreadable

SNIFFED = 1 << 16
PIECE = 1 << 20  # bytes; the widest sheet has shorter lines
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(path: Path) -> str:
    """Name of the encoding in which the whole file reads without error; raises FileRefused `unreadable`.

    FileRefused `corrupt` for a line without an end: it is no sheet, and nobody gathers it to find out.
    """
    with path.open("rb") as file:
        head = file.read(SNIFFED)
    candidates = [name for mark, name in _MARKS if head.startswith(mark)] or ["utf-8", "gb18030"]
    if not head.strip() or (b"\0" in head and "utf-16" not in candidates):
        raise unreadable()
    for name in candidates:
        if _reads_as(path, name):
            return name
    raise unreadable()


def _reads_as(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while piece := file.read(PIECE):
                text = decoder.decode(piece)
                if len(piece) == PIECE and "\n" not in text and "\r" not in text:
                    raise corrupt()
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def delimiter_of(sample: str) -> str:
    """The sign that parts most fields in the first lines; a comma when none does."""
    lines = [line for line in sample.splitlines()[:20] if line.strip()]
    return max(",\t;", key=lambda sign: (sum(line.count(sign) for line in lines), sign == ","))


def rows_of(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """(row number from 1, fields) of a file in its encoding; numbers count records, as a spreadsheet shows them."""
    with path.open(encoding=encoding, newline="") as file:
        delimiter = delimiter_of(file.read(SNIFFED))
        file.seek(0)
        try:
            yield from enumerate(csv.reader(file, delimiter=delimiter), start=1)
        except csv.Error as broken:
            raise corrupt() from broken
