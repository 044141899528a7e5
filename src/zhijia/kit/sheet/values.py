"""Values as offices write them in cells: dates in a dozen forms, yes and no, numbers with units in them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from zhijia.kit.cells import compact, plain, says_nothing

Precision = Literal["day", "month"]

# Serials count days since 30 December 1899; the accepted range is 1954-10-03 to 2064-04-08.
FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000
YES = frozenset({"√", "✓", "✔", "☑", "是", "有", "1", "Y", "YES", "TRUE", "对", "已", "T"})
NO = frozenset({"×", "✗", "✘", "☐", "否", "无", "没有", "0", "N", "NO", "FALSE", "未", "非", "F", "X", "—", "-"})

_EPOCH = date(1899, 12, 30)
_PARTED = re.compile(r"(\d{4})(?:[.\-/年。、](\d{1,2}))(?:[.\-/月。、](\d{1,2})[日号]?|月份?)?[.。]?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SERIAL = re.compile(r"[2-6][0-9]{4}(?:\.[0-9]+)?")
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}.*$")
_NUMBER = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+)(?:E([+-]?\d{1,2}))?(万亿|亿|万|千|百)?([^\d]{0,4})", re.I)
_TIMES = {None: 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}


class DateReading(NamedTuple):
    """`value` None with no reason is an empty cell; month precision gives the first of the month."""

    value: date | None
    reason: Literal["bad_date"] | None = None
    precision: Precision = "day"


class NumberReading(NamedTuple):
    """`unit` is what stood behind the number (人, 元, %), multipliers already applied."""

    value: Decimal | None
    unit: str = ""
    reason: Literal["bad_number"] | None = None


_EMPTY_DATE = DateReading(None)
_BAD_DATE = DateReading(None, "bad_date")


def read_date(cell: object, not_after: date | None = None) -> DateReading:
    """A date cell or text; `bad_date` when it cannot be read, does not exist or lies after `not_after`."""
    if isinstance(cell, str):
        reading = _date_of_text(cell)
    elif isinstance(cell, datetime):
        reading = DateReading(cell.date())
    elif isinstance(cell, date):
        reading = DateReading(cell)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        reading = _date_of_number(cell)
    else:
        reading = _EMPTY_DATE if cell is None else _BAD_DATE
    if not_after and reading.value and reading.value > not_after:
        return _BAD_DATE
    return reading


@lru_cache(maxsize=65536)
def _date_of_text(text: str) -> DateReading:
    bare = "".join(_CLOCK.sub("", plain(text)).split())
    if says_nothing(bare):
        return _EMPTY_DATE
    if _SERIAL.fullmatch(bare):
        return _serial(int(bare[:5]))
    found = _PARTED.fullmatch(bare) or _SOLID.fullmatch(bare)
    return _date(*found.groups()) if found else _BAD_DATE


def _date_of_number(number: float) -> DateReading:
    """A serial, 20260901, 202609, or 2026.9 that the office typed as a month."""
    if FIRST_SERIAL <= number < LAST_SERIAL + 1:
        return _serial(int(number))
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return _date_of_text(text) if len(text) in (6, 7, 8) else _BAD_DATE


def _serial(days: int) -> DateReading:
    in_range = FIRST_SERIAL <= days <= LAST_SERIAL
    return DateReading(_EPOCH + timedelta(days=days)) if in_range else _BAD_DATE


def _date(year: str, month: str, day: str | None) -> DateReading:
    if not 1900 <= int(year) <= 2100:
        return _BAD_DATE
    try:
        return DateReading(date(int(year), int(month), int(day or 1)), None, "day" if day else "month")
    except ValueError:
        return _BAD_DATE


def read_yes_no(cell: object) -> bool | None:
    """True, False, or None for an empty cell or a word that is neither."""
    if isinstance(cell, bool):
        return cell
    text = compact(cell).upper()
    return True if text in YES else False if text in NO else None


def read_number(cell: object) -> NumberReading:
    """A number cell, or text such as '1,200', '3万元', '120人', '85%'. Empty cells give None."""
    text = compact(cell)
    if says_nothing(text):
        return NumberReading(None)
    found = None if isinstance(cell, bool) else _NUMBER.fullmatch(text)
    if not found:
        return NumberReading(None, "", "bad_number")
    digits, power, times, unit = found.groups()
    value = Decimal(digits.replace(",", "")).scaleb(int(power or 0)) * _TIMES[times]
    return NumberReading(value, unit)


def read_percent(cell: object, *, fractions: bool) -> NumberReading:
    """Per cent from '85%', 85 or, where the caller knows that the column holds fractions, 0.85."""
    value, unit, reason = read_number(cell)
    if reason or unit not in ("", "%"):
        return NumberReading(None, "", "bad_number")
    if value is not None and fractions and unit != "%":
        value *= 100
    return NumberReading(value, "%")
