"""Text that a spreadsheet would run as a formula is made harmless in everything the product hands out."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutralise(value: object) -> object:
    """The value, with an apostrophe before text that starts a formula (also behind blanks). Numbers stay numbers."""
    if isinstance(value, str) and value and (value[0] in FORMULA_STARTS or _starts_late(value)):
        return f"'{value}"
    return value


def _starts_late(text: str) -> bool:
    return text[0].isspace() and text.lstrip().startswith(FORMULA_STARTS)
