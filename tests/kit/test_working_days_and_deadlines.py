"""Deadlines in days move off rest days; years nobody has published are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.workdays import WorkCalendar

STATE = WorkCalendar()
DAYS = st.dates(date(2010, 1, 1), date(2024, 12, 1))


def test_holidays_and_make_up_saturdays() -> None:
    assert not STATE.is_workday(date(2014, 10, 1))
    assert STATE.is_workday(date(2014, 9, 28))
    assert not STATE.is_workday(date(2014, 9, 27))


def test_the_start_day_is_not_counted() -> None:
    assert STATE.last_day(date(2014, 6, 9), 2) == date(2014, 6, 11)
    assert STATE.last_workday(date(2014, 6, 9), 2) == date(2014, 6, 11)


def test_a_last_day_moves_off_the_holiday_week() -> None:
    assert STATE.last_day(date(2014, 9, 16), 15) == date(2014, 10, 8)


def test_a_make_up_saturday_is_a_good_last_day() -> None:
    assert STATE.last_day(date(2014, 9, 26), 2) == date(2014, 9, 28)


def test_working_days_skip_weekends() -> None:
    assert STATE.last_workday(date(2014, 6, 12), 5) == date(2014, 6, 19)
    assert STATE.workdays_between(date(2014, 6, 12), date(2014, 6, 19)) == 5
    assert STATE.workdays_between(date(2014, 6, 19), date(2014, 6, 12)) == -5


@pytest.mark.parametrize("day", [date(2090, 1, 1), date(1990, 6, 1)])
def test_unpublished_years_are_refused_by_name(day: date) -> None:
    with pytest.raises(BadInput, match=str(day.year)) as refused:
        STATE.is_workday(day)
    assert refused.value.code == "unknown_year"


def test_the_county_can_enter_a_year_itself() -> None:
    own = WorkCalendar({2090: {date(2090, 1, 2): False, date(2090, 1, 7): True}})
    assert not own.is_workday(date(2090, 1, 2))
    assert own.is_workday(date(2090, 1, 7))
    assert own.is_workday(date(2090, 1, 3))
    assert not own.is_workday(date(2090, 1, 8))


def test_an_entry_overrides_a_published_year() -> None:
    assert WorkCalendar({2014: {date(2014, 6, 9): False}}).last_day(date(2014, 6, 8), 1) == date(2014, 6, 10)


@pytest.mark.parametrize("count", [0, -3])
def test_periods_without_days_are_refused(count: int) -> None:
    with pytest.raises(BadInput, match="正整数"):
        STATE.last_day(date(2014, 6, 9), count)
    with pytest.raises(BadInput, match="正整数"):
        STATE.last_workday(date(2014, 6, 9), count)


@given(DAYS, st.integers(1, 30))
def test_last_days_are_worked_and_never_early(start: date, count: int) -> None:
    last = STATE.last_day(start, count)
    assert STATE.is_workday(last)
    assert (last - start).days >= count
    assert STATE.workdays_between(start, STATE.last_workday(start, count)) == count
