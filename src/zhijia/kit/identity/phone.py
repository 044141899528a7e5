"""Telephone numbers as offices write them: with dashes, blanks, a country code, or two in one cell."""

from __future__ import annotations

import re

from zhijia.kit.bad_input import BadInput
from zhijia.kit.cells import plain, says_nothing
from zhijia.kit.problem import gettext_noop

# No mobile number in China begins with 10: numbers so made can reach nobody.
FICTIONAL_PREFIX = "100"

_MOBILE = re.compile(r"1\d{10}")
_LANDLINE = re.compile(r"(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:-\d{1,6})?")
_APART = re.compile(r"[/,;、，；]+|\s{2,}|(?<=\d{11})\s+(?=1\d)")
_BAD_SEQ = gettext_noop("无法生成电话号码：序号应在0至99999999之间。")


def normalise_phone(cell: object) -> str:
    """The first number in the cell without blanks and country code, mobiles without dashes; '' for nothing."""
    if isinstance(cell, str) and cell.isascii() and _MOBILE.fullmatch(cell):
        return cell
    text = plain(cell)
    if says_nothing(text):
        return ""
    first = "".join(_APART.split(text, maxsplit=1)[0].split())
    first = re.sub(r"^(?:\+|00)86-?|[()（）]", "", first)
    bare = first.replace("-", "")
    if len(bare) == 13 and bare.startswith("86"):
        bare = bare[2:]
    return bare if _MOBILE.fullmatch(bare) else first


def is_plain_mobile(text: str) -> bool:
    """Is it a mobile number exactly as it is kept, so that nothing has to be cleaned?"""
    return len(text) == 11 and text.isascii() and _MOBILE.fullmatch(text) is not None


def is_phone(number: str) -> bool:
    """Is a normalised number a mobile or landline number in form?"""
    return bool(number.isascii() and (_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number)))


def make_phone(seq: int) -> str:
    """A number for a synthetic person in a range that belongs to nobody."""
    if not 0 <= seq <= 99_999_999:
        raise BadInput("bad_phone_seq", _BAD_SEQ)
    return f"{FICTIONAL_PREFIX}{seq:08d}"
