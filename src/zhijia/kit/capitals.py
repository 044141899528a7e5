"""Amounts in capital characters (人民币大写) for vouchers and grants, and capital dates of vouchers.

After the People's Bank's rules for filling in bills: 整 must follow 元, may follow 角, never follows 分; a zero yuan
before a jiao is read 零. Large amounts go up to 万亿.
"""

from __future__ import annotations

from datetime import date

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
LIMIT_FEN = 10**18

_TOO_LARGE = gettext_noop("金额过大，无法写成大写，请核对。")


def capital_amount(fen: int, *, prefix: str = "", whole_after_jiao: bool = True) -> str:
    """'叁佰贰拾伍元零肆分' for 32504. `prefix` is '人民币' on vouchers; whole_after_jiao writes 伍角整."""
    if abs(fen) >= LIMIT_FEN:
        raise BadInput("amount_too_large", _TOO_LARGE)
    yuan, rest = divmod(abs(fen), 100)
    jiao, cent = divmod(rest, 10)
    text = prefix + ("负" if fen < 0 else "")
    if yuan or not rest:
        text += (_whole(yuan) if yuan else DIGITS[0]) + "元"
    if not rest:
        return text + "整"
    if yuan and (jiao == 0 or yuan % 10 == 0):
        text += DIGITS[0]
    text += f"{DIGITS[jiao]}角" if jiao else ""
    return text + (f"{DIGITS[cent]}分" if cent else "整" if whole_after_jiao else "")


def _whole(number: int) -> str:
    """A positive whole number, split at 亿, then at 万; a lower part that starts later carries one 零."""
    for power, name in ((10**8, "亿"), (10**4, "万")):
        if number >= power:
            high, low = divmod(number, power)
            gap = DIGITS[0] if low < power // 10 else ""
            return _whole(high) + name + (gap + _whole(low) if low else "")
    return _group(number)


def _group(group: int) -> str:
    """Four digits: 1409 is 壹仟肆佰零玖."""
    text, zero = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            text += (DIGITS[0] if zero and text else "") + DIGITS[digit] + PLACES[place]
        zero = digit == 0
    return text


def capital_date(day: date) -> str:
    """'贰零壹肆年零壹月零壹拾日': months 1, 2, 10 and days 1-10, 20, 30 carry a leading 零."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    month = _group(day.month)
    if day.month in (1, 2, 10):
        month = DIGITS[0] + month
    written = _group(day.day)
    if day.day <= 10 or day.day in (20, 30):
        written = DIGITS[0] + written
    return f"{year}年{month}月{written}日"
