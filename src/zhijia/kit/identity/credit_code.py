"""Unified social credit codes of workplaces and unions (GB 32100-2015), with the GB 11714 code inside.

A union's code begins with 8: 81 for a grassroots union. Both check signs must fit: the eighteenth over the
whole code, the seventeenth over the organisation code in places 9 to 17.
"""

from __future__ import annotations

from operator import mul

from zhijia.kit.bad_input import BadInput
from zhijia.kit.cells import compact
from zhijia.kit.problem import gettext_noop

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
INNER_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
_INNER_VALUES = {sign: value for value, sign in enumerate(INNER_ALPHABET)}
_BAD_PARTS = gettext_noop("无法生成统一社会信用代码：登记机关、类别各1位，区划6位数字，主体码8位（不含IOSVZ）。")


def normalise_credit_code(cell: object) -> str:
    """Half-width, upper-case, without blanks, hyphens and text markers. Nothing is checked."""
    return compact(cell).upper().replace("-", "")


def is_credit_code(code: str) -> bool:
    """Do signs and both check signs fit?"""
    if len(code) != 18 or not set(code) <= _VALUES.keys() or not code[2:8].isdigit():
        return False
    return credit_check_sign(code[:17]) == code[17] and organisation_check_sign(code[8:16]) == code[16]


def credit_check_sign(first17: str) -> str:
    """The 18th sign over the first seventeen."""
    total = sum(map(mul, WEIGHTS, (_VALUES[sign] for sign in first17)))
    return ALPHABET[-total % 31]


def organisation_check_sign(first8: str) -> str:
    """The ninth sign of an organisation code (GB 11714): a digit or X."""
    rest = sum(map(mul, INNER_WEIGHTS, (_INNER_VALUES[sign] for sign in first8))) % 11
    return "0X987654321"[rest] if rest else "0"


def make_credit_code(authority: str, kind: str, division: str, body: str) -> str:
    """A code for a synthetic workplace: authority, kind, GB/T 2260 division, eight signs of body."""
    first16 = authority + kind + division + body
    lengths = (len(authority), len(kind), len(division), len(body))
    if lengths != (1, 1, 6, 8) or not set(first16) <= _VALUES.keys() or not division.isdigit():
        raise BadInput("bad_credit_parts", _BAD_PARTS)
    first17 = first16 + organisation_check_sign(body)
    return first17 + credit_check_sign(first17)
