"""Sizes of the official page, GB/T 9704-2012 chapters 5-7, in the units the two writers need.

These are the standard's own constants (a county cannot change them), so they live here and not among the dated
parameters. PDF type is 15.75 pt, the true 三号: 28 of them fill 156 mm. Word calls 16 pt 三号, so the .docx draws
characters 0.25 pt closer to reach the same 28.
"""

from typing import Final

PAGE_MM: Final = (210.0, 297.0)
TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM = 37.0, 26.0, 35.0, 28.0
BLOCK_MM: Final = (156.0, 225.0)
LINES, CHARACTERS = 22, 28
LINE_PT: Final = 28.95
BODY_PDF_PT: Final = 15.75
BODY_DOCX_PT: Final = 16.0
BODY_SPACING_PT: Final = -0.25
TITLE_PT: Final = 22.0
TITLE_LINE_PT: Final = 34.0
FOOT_PT: Final = 14.0
TABLE_PT: Final = 12.0
MARK_PT: Final = 9.0
HEAD_DROP_MM: Final = 35.0
LETTER_HEAD_MM: Final = 30.0
LETTER_RULE_MM: Final = 170.0
LETTER_LAST_RULE_MM: Final = 20.0
HEAD_MAX_PT: Final = 54.0
SEPARATOR_GAP_MM: Final = 4.0
PAGE_NUMBER_DROP_MM: Final = 7.0
RED: Final = "E60012"
TWIPS_PER_MM: Final = 1440 / 25.4
POINTS_PER_MM: Final = 72 / 25.4


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def head_size(text: str) -> float:
    """Size in pt that keeps the red head on one line of the text block."""
    room = BLOCK_MM[0] * POINTS_PER_MM * 0.98
    return round(min(HEAD_MAX_PT, room / max(len(text), 1)) * 2) / 2


def ems(text: str) -> float:
    """Width in characters: half a character for Latin letters and digits, a whole one for the rest."""
    return sum(0.5 if ord(letter) < 0x2E80 and letter not in "“”‘’—…·" else 1.0 for letter in text)
