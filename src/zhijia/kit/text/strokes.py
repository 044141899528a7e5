"""Official stroke order (GF 3003-1999, Table of General Standard Characters 2013): 一 丨 丿 丶 乛 as 1 to 5.

Needed for lists "by strokes of the surname", which the ordinary sorting libraries get wrong inside one count.
The table and its sources are described in data/README.md.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

# Sorts behind every known character, and among the unknown by code point.
_UNKNOWN = "99"


class Strokes(NamedTuple):
    """Sequence of one character; `place` orders characters of the same sequence, `rank` orders the whole table."""

    sequence: str
    place: int
    rank: int


@cache
def _table() -> dict[str, Strokes]:
    """About 20 ms, once: undo the front coding of the table."""
    table: dict[str, Strokes] = {}
    before = ""
    for line in files("zhijia.kit").joinpath("data/strokes.txt").read_text("utf-8").splitlines():
        digits = next(at for at, sign in enumerate(line) if at and not sign.isascii())
        before = before[: int(line[0], 36)] + line[1:digits]
        for place, sign in enumerate(line[digits:]):
            table[sign] = Strokes(before, place, len(table))
    return table


def strokes_of(sign: str) -> Strokes | None:
    """Strokes of one character, None when the table does not have it."""
    return _table().get(sign)


@cache
def stroke_key(sign: str) -> str:
    """Two digits of count, the sequence, one digit of place: plain digits, so every database sorts them alike."""
    known = strokes_of(sign)
    if known is None:
        return f"{_UNKNOWN}{ord(sign):06x}"
    return f"{len(known.sequence):02d}{known.sequence}{known.place}"


@cache
def stroke_rank(sign: str) -> str:
    """Place of the character in the whole order, five digits; unknown characters behind, by code point."""
    known = strokes_of(sign)
    return f"{known.rank:05d}" if known else f"{_UNKNOWN}{ord(sign):06x}"
