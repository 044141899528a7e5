"""Names of persons as rosters carry them: inner blanks lost, every middle dot U+00B7, rare characters kept.

NFKC is not applied to Han characters: compatibility forms stand in people's papers and stay as written.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from zhijia.kit.cells import says_nothing, unwrapped, visible

MIDDLE_DOT = "·"
FORMULA_STARTS = ("=", "+", "-", "@")

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# Bullets, hyphenation point, dot operators, katakana dots, word separators, small full stop.
_DOTS = dict.fromkeys(
    [0x0387, 0x2022, 0x2027, 0x2219, 0x22C5, 0x25CF, 0x2981, 0x2E31, 0x30FB, 0xA78F, 0xFE52, 0xFF65], MIDDLE_DOT
)
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,6}")
_FULL_STOP = re.compile(r"(?<=[^\x00-\x7f])\.(?=[^\x00-\x7f])")


class NameReason(StrEnum):
    """Why a name is not accepted."""

    MISSING = "missing_name"
    BAD = "bad_name"


class NameReading(NamedTuple):
    """A cell read as a person's name."""

    name: str
    reason: NameReason | None = None


def normalise_person_name(cell: object) -> str:
    """The name without blanks and invisible signs, Latin letters half-width, middle dots unified."""
    if cell is None:
        return ""
    if isinstance(cell, str) and _PLAIN.fullmatch(cell):
        return cell
    text = visible(str(cell)).translate(_WIDE).translate(_DOTS)
    if "." in text:
        text = _FULL_STOP.sub(MIDDLE_DOT, text)
    return "".join(unwrapped(text).split())


def read_person_name(cell: object) -> NameReading:
    """Read one cell; a name that a spreadsheet would take for a formula is refused, not repaired."""
    name = normalise_person_name(cell)
    if says_nothing(name):
        return NameReading("", NameReason.MISSING)
    return NameReading(name, NameReason.BAD if name.startswith(FORMULA_STARTS) else None)
