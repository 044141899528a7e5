"""Dates, words for yes and no, and numbers are read as offices write them, never guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.sheet import read_date, read_number, read_percent, read_yes_no

FIRST = date(2026, 9, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2026.9.1",
        "2026/9/1",
        "2026-09-01",
        "2026年9月1日",
        "2026年9月1号",
        "２０２６．９．１",
        "2026 年 9 月 1 日",
        "20260901",
        "2026-09-01 00:00:00",
        "2026-09-01T08:30",
        "46266",
        46266,
        46266.0,
        46266.5,
        20260901.0,
        datetime(2026, 9, 1, 8, 30),
        FIRST,
        "'2026.9.1",
        "2026.9.1。",
    ],
)
def test_dates_of_every_usual_form(cell: object) -> None:
    assert read_date(cell) == (FIRST, None, "day")


@pytest.mark.parametrize("cell", ["2026.9", "2026年9月", "2026年9月份", "2026/09", "202609", 202609.0, 2026.09])
def test_a_month_is_its_first_day(cell: object) -> None:
    assert read_date(cell) == (FIRST, None, "month")


@pytest.mark.parametrize("cell", [None, "", " ", "无", "—", "/"])
def test_nothing_is_no_date_and_no_error(cell: object) -> None:
    assert read_date(cell) == (None, None, "day")


@pytest.mark.parametrize(
    "cell",
    ["2026.9.31", "2025.2.29", "2026.13.1", "26.9.1", "去年", "2026", 2026, 19999, 60001, "60001", True, -5],
)
def test_what_is_no_date_is_said_so(cell: object) -> None:
    assert read_date(cell) == (None, "bad_date", "day")


@pytest.mark.parametrize("cell", ["1026.9.1", "2026.0.1", "2026.9.1.5", "9月1日", 1e20, float("nan"), float("inf")])
def test_what_is_far_from_a_date_is_said_so(cell: object) -> None:
    assert read_date(cell) == (None, "bad_date", "day")


def test_the_edges_of_the_serial_range() -> None:
    assert read_date(20000).value == date(1954, 10, 3)
    assert read_date(60000).value == date(2064, 4, 8)


def test_dates_in_the_future_are_bad() -> None:
    assert read_date("2026.9.1", not_after=FIRST).value == FIRST
    assert read_date("2026.9.2", not_after=FIRST).reason == "bad_date"


@given(st.dates(date(1955, 1, 1), date(2060, 1, 1)))
def test_a_date_reads_the_same_in_all_forms(day: date) -> None:
    forms = [f"{day:%Y%m%d}", f"{day.year}.{day.month}.{day.day}", f"{day:%Y/%m/%d}", day.isoformat()]
    serial = (day - date(1899, 12, 30)).days
    assert {read_date(form).value for form in [*forms, serial, str(serial)]} == {day}


@given(st.text() | st.floats() | st.integers() | st.booleans() | st.none())
def test_any_cell_gets_an_answer(cell: object) -> None:
    assert (read_date(cell).value is None) or read_date(cell).reason is None
    assert (read_number(cell).value is None) or read_number(cell).reason is None
    assert read_yes_no(cell) in (True, False, None)


@pytest.mark.parametrize("cell", ["√", "是", "有", "1", 1, 1.0, "Y", "ｙｅｓ", True])
def test_words_for_yes(cell: object) -> None:
    assert read_yes_no(cell) is True


@pytest.mark.parametrize("cell", ["×", "否", "无", 0, "n", False, "—"])
def test_words_for_no(cell: object) -> None:
    assert read_yes_no(cell) is False


@pytest.mark.parametrize("cell", ["", None, "也许"])
def test_other_words_are_neither(cell: object) -> None:
    assert read_yes_no(cell) is None


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("3万元", 30000, "元"),
        ("120人", 120, "人"),
        ("１，２００", 1200, ""),
        ("1.5亿", 150_000_000, ""),
        (120.0, 120, ""),
        (0, 0, ""),
        ("-3", -3, ""),
        ("85%", 85, "%"),
    ],
)
def test_numbers_with_units_in_them(cell: object, value: int, unit: str) -> None:
    assert read_number(cell) == (Decimal(value), unit, None)


@pytest.mark.parametrize("cell", ["约三百", "12-15", "十二", "1.2.3", True, "abc"])
def test_what_is_no_number_is_said_so(cell: object) -> None:
    assert read_number(cell).reason == "bad_number"


def test_percentages_are_only_scaled_where_the_column_holds_fractions() -> None:
    assert read_percent("85%", fractions=False).value == 85
    assert read_percent(85, fractions=False).value == 85
    assert read_percent(0.85, fractions=True).value == 85
    assert read_percent("85%", fractions=True).value == 85
    assert read_percent("120人", fractions=False).reason == "bad_number"
    assert read_percent("无", fractions=False).value is None
