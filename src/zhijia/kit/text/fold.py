"""One form for text that is looked for and text that is found: width, case, script variant, blanks and dots."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from zhijia.kit.cells import visible

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_DOTS = dict.fromkeys(map(ord, "·•‧∙⋅・"))
_ZEROS = dict.fromkeys(map(ord, "○◯零"), "〇")
_TONELESS = {ord("ü"): "v"}


@cache
def _simplified() -> dict[int, str]:
    pairs = files("zhijia.kit").joinpath("data/simplified.txt").read_text("utf-8").replace("\n", "")
    return {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)}


@cache
def _table() -> dict[int, str | None]:
    return {**_simplified(), **_DOTS, **_ZEROS, **_TONELESS}


def fold(text: str) -> str:
    """Half-width, lower-case, simplified, without blanks, dots and invisible signs; 零 and ○ are 〇.

    For searching and comparing only: names are stored and shown as they were written.
    """
    if _HAN.fullmatch(text):
        return text.translate(_table())
    if not text.isascii():
        half_width = unicodedata.normalize("NFKC", visible(text)).lower()
        text = unicodedata.normalize("NFKC", half_width).translate(_table())
    return "".join(text.split()).lower()


def normalise_query(typed: str) -> str:
    """What a person typed, in the form of `search_key`, to be looked for as a part of it."""
    return fold(typed)
