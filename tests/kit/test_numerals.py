"""Numerals as county papers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.numerals import chinese, number, span

FIGURES = "零一二三四五六七八九"


def _written(value: int) -> str:
    """Standard writing of 1..99999999, for reading back."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return _written(high) + "万" + gap + (_written(low) if low else "")
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap else "") + FIGURES[digit] + name
            gap = False
        elif text and value:
            gap = True
    return text


@given(st.integers(min_value=1, max_value=99_999_999))
def test_every_number_written_out_is_read_back(value: int) -> None:
    assert chinese(_written(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,200", 1200), ("1.2万", 12000), ("3千万", 3e7), ("2.5亿", 2.5e8), ("百亿", 1e10), ("二〇一四", 2014)],
)
def test_mixed_spellings(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "pair"),
    [("十五六", (15, 16)), ("七八", (7, 8)), ("三四百", (300, 400)), ("五六十", (50, 60)), ("十五", (15, None))],
)
def test_spoken_pairs(text: str, pair: tuple[float, float | None]) -> None:
    assert span(text) == pair


def test_what_is_no_numeral_is_refused() -> None:
    with pytest.raises(ValueError, match="工会"):
        number("工会")
