"""Periods are named, cut and compared as plans and circulars do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.period import Period, Span, add_months, add_years, month_ends, months_of, quarter_of

KEYS = ["2014", "2014-H1", "2014-H2", "2014-Q3", "2014-06", "2014-12"]


@pytest.mark.parametrize(
    ("key", "label", "first", "last"),
    [
        ("2014", "2014年", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-H2", "2014年下半年", date(2014, 7, 1), date(2014, 12, 31)),
        ("2014-Q3", "2014年第三季度", date(2014, 7, 1), date(2014, 9, 30)),
        ("2016-02", "2016年2月", date(2016, 2, 1), date(2016, 2, 29)),
    ],
)
def test_key_and_label_name_the_same_days(key: str, label: str, first: date, last: date) -> None:
    by_key, by_label = Period.parse(key), Period.parse(label)
    assert by_key == by_label
    assert (by_key.start, by_key.end, by_key.label, by_key.key) == (first, last, label, key)
    assert by_key.span == Span(first, last)


@pytest.mark.parametrize("text", ["", "2014-13", "2014-Q5", "14-06", "二季度", "2014-6-1", "2014-H3"])
def test_other_texts_are_refused_with_examples(text: str) -> None:
    with pytest.raises(BadInput, match="请写成") as refused:
        Period.parse(text)
    assert refused.value.code == "bad_period"


def test_a_year_out_of_range_is_refused() -> None:
    with pytest.raises(BadInput, match="年份 14"):
        Period.parse("0014")


@pytest.mark.parametrize("key", KEYS)
def test_neighbours_touch_without_gap(key: str) -> None:
    period = Period.parse(key)
    assert (period.start - period.previous().end).days == 1
    assert period.previous().following() == period
    assert period.same_last_year().label == period.label.replace("2014", "2013")


def test_a_quarter_has_three_months_and_a_year_twelve() -> None:
    assert [month.key for month in quarter_of(date(2014, 8, 15)).months()] == ["2014-07", "2014-08", "2014-09"]
    assert len(months_of(2014)) == 12
    assert date(2014, 8, 15) in quarter_of(date(2014, 7, 1))
    assert date(2014, 10, 1) not in quarter_of(date(2014, 7, 1))


def test_month_ends_are_whole_months_up_to_the_day() -> None:
    assert month_ends(date(2014, 3, 31), 2) == [date(2014, 2, 28), date(2014, 3, 31)]
    assert month_ends(date(2014, 3, 30), 3) == [date(2013, 12, 31), date(2014, 1, 31), date(2014, 2, 28)]


@pytest.mark.parametrize(
    ("day", "months", "falls"),
    [
        (date(2014, 1, 31), 1, date(2014, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2014, 3, 31), -1, date(2014, 2, 28)),
        (date(2014, 11, 15), 2, date(2015, 1, 15)),
    ],
)
def test_months_end_on_the_corresponding_day(day: date, months: int, falls: date) -> None:
    assert add_months(day, months) == falls


def test_a_leap_day_moves_to_the_28th() -> None:
    assert add_years(date(2016, 2, 29), 1) == date(2017, 2, 28)
    assert add_years(date(2016, 2, 29), 4) == date(2020, 2, 29)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-300, 300))
def test_adding_months_never_leaves_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


def test_spans_know_their_days() -> None:
    may = Span(date(2014, 5, 1), date(2014, 5, 31))
    assert may.days == 31
    assert may.meets(Span(date(2014, 5, 31), date(2014, 6, 30)))
    assert not may.meets(Span(date(2014, 6, 1), date(2014, 6, 30)))
    with pytest.raises(ValueError, match="ends before"):
        Span(date(2014, 6, 1), date(2014, 5, 1))
