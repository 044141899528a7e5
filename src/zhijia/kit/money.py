"""Money in whole fen, shares in per cent and the dividing of a whole: the arithmetic of plans and circulars.

Nothing is a float. Amounts are integers of fen; a share keeps its two whole numbers until it is shown, and is
then rounded half up from the exact quotient.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NewType

from zhijia.kit.bad_input import BadInput
from zhijia.kit.cells import compact
from zhijia.kit.problem import gettext_noop

Fen = NewType("Fen", int)

NO_BASE = "—"
FEN_A_YUAN = 100
FEN_A_WAN = 1_000_000

_AMOUNT = re.compile(r"(?:人民币|[¥￥])?(-?[\d,]*\.?\d+)(万亿|亿|万|千|百)?元?整?")
_TIMES = {None: 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_BAD_AMOUNT = gettext_noop("“%(text)s”不是可识别的金额，请写成 1835、1,835.00 或 3万元。")
_TOO_FINE = gettext_noop("金额“%(text)s”小于一分，请核对小数位。")
_NO_KEYS = gettext_noop("分配依据全部为零，无法分解，请更换分配依据或手工填写。")
_BAD_SPLIT = gettext_noop("分解的总数和依据不能为负数，请核对。")


def yuan(text: str | int | Decimal) -> Fen:
    """Fen from an amount in yuan as offices write it: '1,835.00', '3万元', 1835. BadInput `bad_amount`."""
    written = compact(text) if isinstance(text, str) else str(text)
    found = _AMOUNT.fullmatch(written)
    try:
        fen = Decimal(found[1].replace(",", "")) * _TIMES[found[2]] * FEN_A_YUAN if found else None
    except InvalidOperation:
        fen = None
    if fen is None:
        raise BadInput("bad_amount", _BAD_AMOUNT, text=text)
    if fen != int(fen):
        raise BadInput("bad_amount", _TOO_FINE, text=text)
    return Fen(int(fen))


def format_yuan(fen: int) -> str:
    """'1,835.00', the form of tables."""
    sign, whole = "-" * (fen < 0), abs(fen)
    return f"{sign}{whole // FEN_A_YUAN:,}.{whole % FEN_A_YUAN:02d}"


def format_wan(fen: int) -> str:
    """Ten-thousands of yuan with two decimals, half up; the unit 万元 stands in the head of the table."""
    hundredths = round_half_up(Fraction(fen * 100, FEN_A_WAN))
    return format_yuan(hundredths)


def round_half_up(exact: Fraction) -> int:
    """The nearest whole number, halves away from zero, as offices round."""
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return whole if exact >= 0 else -whole


def percent(top: int, bottom: int) -> str:
    """'51.3%' from two whole numbers, half up to one decimal; '—' without a base; over 100 is shown as it is."""
    return f"{_tenths(Fraction(1000 * top, bottom))}%" if bottom else NO_BASE


def point_change(now: tuple[int, int], before: tuple[int, int]) -> str:
    """Change of a share in words: '上升3.2个百分点', '下降…', '持平', or '—' when a base is missing.

    The exact shares are subtracted, then rounded once, so the words may differ by 0.1 from the shown shares.
    """
    if not (now[1] and before[1]):
        return NO_BASE
    change = Fraction(1000 * now[0], now[1]) - Fraction(1000 * before[0], before[1])
    if round_half_up(change) == 0:
        return "持平"
    return f"{'上升' if change > 0 else '下降'}{_tenths(abs(change))}个百分点"


def one_decimal(value: Fraction) -> str:
    """One decimal, half away from zero, exact: 51.3."""
    return _tenths(value * 10)


def _tenths(thousandths: Fraction) -> str:
    tenths = round_half_up(thousandths)
    return f"{'-' * (tenths < 0)}{abs(tenths) // 10}.{abs(tenths) % 10}"


def apportion(total: int, keys: Sequence[int | Fraction]) -> list[int]:
    """Divide a whole number by keys, largest remainder first, so that the parts sum to it exactly.

    Equal remainders: the larger key first, then the order given. A zero key gets nothing. BadInput `no_keys` when
    all keys are zero, `bad_split` for negative numbers (county setting "splits", unverified).
    """
    if total < 0 or any(key < 0 for key in keys):
        raise BadInput("bad_split", _BAD_SPLIT)
    whole = sum(map(Fraction, keys), Fraction(0))
    if whole == 0:
        raise BadInput("no_keys", _NO_KEYS)
    quotas = [total * Fraction(key) / whole for key in keys]
    parts = [int(quota) for quota in quotas]
    by_claim = sorted(range(len(keys)), key=lambda at: (parts[at] - quotas[at], -keys[at], at))
    for at in by_claim[: total - sum(parts)]:
        parts[at] += 1
    return parts
