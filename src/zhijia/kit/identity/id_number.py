"""Citizen identity numbers (GB 11643-1999): reading what offices send, checking, and what the number tells.

Reading follows the county's import policy: 15 digits become 18 with century 19; what Excel has held as a
number of 16 or more digits is refused even when its check digit fits, since its last digits are invented.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from zhijia.kit.bad_input import BadInput
from zhijia.kit.cells import compact, says_nothing
from zhijia.kit.problem import gettext_noop

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"
EARLIEST_YEAR = 1900
LAST_SEQ = 499

# The weighted sum is taken over the bytes of the digits; byte b"0" is 48, which adds a constant.
_BYTE_SHIFT = 48 * sum(WEIGHTS)
_CHECK_BYTES = CHECK_SIGNS.encode()
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+")
_BAD_PARTS = gettext_noop("无法生成身份证号：区划应为6位数字，顺序号应在0至499之间。")


class Sex(StrEnum):
    """Sex as the 17th digit tells it: odd is male."""

    MALE = "male"
    FEMALE = "female"


class IdReason(StrEnum):
    """Why a number is not accepted."""

    MISSING = "missing_id"
    FORMAT = "bad_id_format"
    CHECKSUM = "bad_id_checksum"
    BIRTHDATE = "bad_id_birthdate"
    PRECISION_LOST = "id_precision_lost"


class IdReading(NamedTuple):
    """A cell read as identity number: the 18-sign form, or the cleaned text when there is a reason."""

    number: str
    reason: IdReason | None = None
    widened: bool = False

    @property
    def birth_date(self) -> date:
        """Birth date of an accepted number."""
        return birth_date_of(self.number)

    @property
    def sex(self) -> Sex:
        """Sex of an accepted number."""
        return sex_of(self.number)


def read_id(cell: object) -> IdReading:
    """Read one cell (text or number). Exactly one reason is given, the first in the order of the policy."""
    if isinstance(cell, str):
        # Nearly every row of a roster is already clean; only the others pay for cleaning.
        number = cell if len(cell) == 18 and cell.isascii() and cell.isalnum() else normalise_id(cell)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        number = normalise_id(cell)
        if abs(cell) >= 1e15 or "E" in number:
            return IdReading(number, IdReason.PRECISION_LOST)
    else:
        number = normalise_id(cell)
    if len(number) == 18 and number[:17].isdigit() and number.isascii():
        return IdReading(number, _reason_of(number)) if number[17] != "x" else read_id(number.upper())
    return _read_unusual(number)


def _read_unusual(number: str) -> IdReading:
    """Anything that is not 17 digits and a sign: an old number, nothing at all, or a wrong form."""
    if says_nothing(number):
        return IdReading("", IdReason.MISSING)
    if _SCIENTIFIC.fullmatch(number):
        return IdReading(number, IdReason.PRECISION_LOST)
    if len(number) == 15 and number.isascii() and number.isdigit():
        body = number[:6] + "19" + number[6:]
        wide = body + check_digit(body)
        return IdReading(wide, _reason_of(wide), widened=True)
    return IdReading(number, IdReason.FORMAT)


@lru_cache(maxsize=4096)
def _reason_of(number: str) -> IdReason | None:
    """Reason for 18 signs of which 17 are digits; fast, since imports run over whole counties."""
    signs = number.encode()
    if _CHECK_BYTES[(sum(map(mul, WEIGHTS, signs)) - _BYTE_SHIFT) % 11] != signs[17]:
        return IdReason.FORMAT if number[17] not in CHECK_SIGNS else IdReason.CHECKSUM
    return None if _birth_date(number[6:14]) else IdReason.BIRTHDATE


@lru_cache(maxsize=65536)
def _birth_date(eight: str) -> date | None:
    year, month, day = int(eight[:4]), int(eight[4:6]), int(eight[6:])
    if year < EARLIEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def normalise_id(cell: object) -> str:
    """Half-width, upper-case, without blanks, invisible signs, apostrophe or ="…". Nothing is checked."""
    return compact(cell).upper()


def is_id_number(number: str) -> bool:
    """Is it a valid 18-sign number as it stands?"""
    return len(number) == 18 and number.isascii() and number[:17].isdigit() and _reason_of(number) is None


def birth_date_at_first_sight(number: str) -> date | None:
    """Birth date of a number that is valid as it stands; None for every other, and for one that needs a second look.

    For rosters of whole counties: the three parts of a number repeat, so their shares of the weighted sum are kept.
    """
    first, born, last = _share_of_place(number[:6]), _share_of_birth(number[6:14]), _SHARES_OF_ORDER.get(number[14:17])
    if first is None or born is None or last is None:
        return None
    return born[1] if CHECK_SIGNS[(first + born[0] + last) % 11] == number[17:] else None


@lru_cache(maxsize=65536)
def _share_of_place(six: str) -> int | None:
    return _share(six, 0) if len(six) == 6 and six.isascii() and six.isdigit() else None


@lru_cache(maxsize=65536)
def _share_of_birth(eight: str) -> tuple[int, date] | None:
    if not (len(eight) == 8 and eight.isascii() and eight.isdigit()):
        return None
    born = _birth_date(eight)
    return (_share(eight, 6), born) if born else None


def _share(digits: str, start: int) -> int:
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS[start:], digits, strict=False))


_SHARES_OF_ORDER = {f"{order:03d}": _share(f"{order:03d}", 14) for order in range(1000)}


def check_digit(first17: str) -> str:
    """The 18th sign for 17 digits."""
    return CHECK_SIGNS[(sum(map(mul, WEIGHTS, first17.encode())) - _BYTE_SHIFT) % 11]


def birth_date_of(number: str) -> date:
    """Birth date in a valid number; raises ValueError when there is none."""
    born = _birth_date(number[6:14])
    if born is None:
        raise ValueError("no birth date in this number")
    return born


def sex_of(number: str) -> Sex:
    """Sex told by the 17th digit of a valid number."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def division_of(number: str) -> str:
    """GB/T 2260 code of the county where the number was given out."""
    return number[:6]


def make_id(division: str, birth: date, seq: int, sex: Sex | str) -> str:
    """A valid number for a synthetic person; `seq` 0..499 tells those of one day, place and sex apart."""
    if not (len(division) == 6 and division.isascii() and division.isdigit() and 0 <= seq <= LAST_SEQ):
        raise BadInput("bad_id_parts", _BAD_PARTS)
    body = f"{division}{birth:%Y%m%d}{2 * seq + (Sex(sex) is Sex.MALE):03d}"
    return body + check_digit(body)
