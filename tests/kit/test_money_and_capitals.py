"""Amounts are read, shown and written in capitals to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.capitals import capital_amount, capital_date
from zhijia.kit.money import Fen, format_wan, format_yuan, yuan

CAPITALS = {
    "0": "零元整",
    "0.05": "伍分",
    "0.50": "伍角整",
    "0.53": "伍角叁分",
    "10": "壹拾元整",
    "325.04": "叁佰贰拾伍元零肆分",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "107000.53": "壹拾万柒仟元零伍角叁分",
    "1680.32": "壹仟陆佰捌拾元零叁角贰分",
    "50000000": "伍仟万元整",
    "100000001": "壹亿零壹元整",
    "1000005000": "壹拾亿零伍仟元整",
    "120345678": "壹亿贰仟零叁拾肆万伍仟陆佰柒拾捌元整",
    "1000100000000": "壹万零壹亿元整",
    "20020": "贰万零贰拾元整",
    "-3": "负叁元整",
}
VALUES = {sign: at for at, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(text: str) -> int:
    """The fen of a capital amount, by reading it the way a cashier does."""
    total = group = whole = digit = 0
    for sign in text.removesuffix("整"):
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in UNITS:
            group, digit = group + digit * UNITS[sign], 0
        elif sign == "万":
            whole, group, digit = whole + (group + digit) * 10**4, 0, 0
        elif sign == "亿":
            whole, group, digit = (whole + group + digit) * 10**8, 0, 0
        else:
            total += {"元": 100 * (whole + group + digit), "角": 10 * digit, "分": digit}[sign]
            digit = 0
    return total


@pytest.mark.parametrize(("amount", "text"), CAPITALS.items())
def test_capital_amounts(amount: str, text: str) -> None:
    assert capital_amount(yuan(amount)) == text


@given(st.integers(0, 10**15))
def test_capital_amounts_read_back(fen: int) -> None:
    text = capital_amount(fen)
    assert read_back(text) == fen
    assert "零零" not in text
    assert text.endswith("整") == (fen % 10 == 0)


def test_prefix_and_the_choice_after_jiao() -> None:
    assert capital_amount(140950, prefix="人民币", whole_after_jiao=False) == "人民币壹仟肆佰零玖元伍角"
    with pytest.raises(BadInput, match="金额过大"):
        capital_amount(10**18)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2014, 1, 10), "贰零壹肆年零壹月零壹拾日"),
        (date(2014, 2, 20), "贰零壹肆年零贰月零贰拾日"),
        (date(2014, 10, 30), "贰零壹肆年零壹拾月零叁拾日"),
        (date(2014, 11, 9), "贰零壹肆年壹拾壹月零玖日"),
        (date(2014, 3, 15), "贰零壹肆年叁月壹拾伍日"),
    ],
)
def test_capital_dates_of_vouchers(day: date, text: str) -> None:
    assert capital_date(day) == text


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,835.00", 183_500),
        ("１８３５", 183_500),
        ("3万元", 3_000_000),
        ("1.5亿元", 15_000_000_000),
        ("￥ 12.30", 1230),
        ("人民币300元整", 30_000),
        (".5", 50),
        ("-20", -2000),
        (1835, 183_500),
        (Decimal("0.05"), 5),
    ],
)
def test_amounts_as_offices_write_them(text: str | int | Decimal, fen: int) -> None:
    assert yuan(text) == Fen(fen)


@pytest.mark.parametrize("text", ["", "元", "三百", "1.005", "12.3.4", "1e5", "约300元"])
def test_other_texts_are_no_amounts(text: str) -> None:
    with pytest.raises(BadInput, match="金额") as refused:
        yuan(text)
    assert refused.value.code == "bad_amount"


@given(st.integers(-(10**14), 10**14))
def test_shown_amounts_read_back(fen: int) -> None:
    assert yuan(format_yuan(fen)) == fen


@pytest.mark.parametrize(
    ("fen", "shown"), [(183_500_00, "18.35"), (4_999, "0.00"), (5_000, "0.01"), (123_456_789_00, "12,345.68")]
)
def test_ten_thousands_are_rounded_half_up(fen: int, shown: str) -> None:
    assert format_wan(fen) == shown
