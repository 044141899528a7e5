"""Keys by which lists of names are sorted; stored beside the name and compared as plain text by the database.

Two schools exist for two-character names by strokes, and a list says which it follows: by surname (party congress,
consultative conference) a blank stands before the single given name; by full name (people's congress) it does not.
"""

from __future__ import annotations

from typing import Literal

from zhijia.kit.text.pinyin import spell
from zhijia.kit.text.strokes import stroke_key, stroke_rank

KEY_LENGTH = 160
BLANK = "00"

School = Literal["surname", "full-name"]


def sort_stroke(name: str, school: School = "surname") -> str:
    """By stroke count, then stroke order, character after character; at most KEY_LENGTH ASCII signs."""
    signs = _signs(name)
    keys = [stroke_key(sign) for sign in signs]
    if school == "surname" and len(signs) == 2:
        keys.insert(1, BLANK)
    return "".join(keys)[:KEY_LENGTH]


def sort_pinyin(name: str, *, person: bool = True) -> str:
    """By reading (a surname's own), then tone, then strokes, character after character."""
    signs = "".join(_signs(name))
    reads = spell(signs, person=person)
    keys = [
        read + (stroke_rank(sign) if read != sign.lower() else "0") for sign, read in zip(signs, reads, strict=True)
    ]
    return "".join(keys)[:KEY_LENGTH]


def _signs(name: str) -> list[str]:
    """The characters that count: dots and blanks do not."""
    return list(name) if name.isalpha() else [sign for sign in name if sign != "·" and not sign.isspace()]
