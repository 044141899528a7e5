"""What a cell of an office's sheet says once the dirt is off: width, invisible signs, markers, "nothing".

Shared by the readers of numbers, names and dates, so that all of them see the same text.
"""

from __future__ import annotations

import re
import unicodedata

# Signs by which officers fill a cell that has nothing to say.
NOTHING = frozenset({"", "无", "暂无", "-", "--", "—", "——", "–", "―", "/", "//", "\\", "N/A", "NULL", "None"})

_QUOTED = re.compile(r'=\s*"(.*)"')
_APOSTROPHES = "'’‘`"
# Format signs (category Cf): zero-width blanks and joiners, soft hyphen, byte order mark, direction marks.
_INVISIBLE = dict.fromkeys([0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                            *range(0x2060, 0x2070), 0xFEFF])  # fmt: skip


def visible(text: str) -> str:
    """The text without signs that nobody sees."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def unwrapped(text: str) -> str:
    """The text without the office's markers for "this is text": a leading apostrophe, or ="…" around it."""
    text = text.strip()
    if text[:1] == "=" and (quoted := _QUOTED.fullmatch(text)):
        text = quoted[1].strip()
    return text.lstrip(_APOSTROPHES) if text[:1] in _APOSTROPHES and text else text


def plain(cell: object) -> str:
    """A cell as text: NFKC (half-width), unwrapped, without outer blanks and invisible signs; None is ''."""
    if cell is None:
        return ""
    text = cell if isinstance(cell, str) else _text_of(cell)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", visible(text))
    return unwrapped(text)


def compact(cell: object) -> str:
    """As `plain`, with all inner blanks gone."""
    return "".join(plain(cell).split())


def says_nothing(text: str) -> bool:
    """Is it one of the signs for an empty cell (无, —, / …)?"""
    return text in NOTHING


def _text_of(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
