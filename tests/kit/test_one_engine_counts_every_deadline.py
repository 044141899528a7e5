"""The deadline engine: cases a clerk can count on a calendar, and an independent counter over the whole holiday table."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.deadlines import Rule, State, Unit, Warn, deadline, set_day
from zhijia.kit.workdays import WorkCalendar

STATE = WorkCalendar()
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("deadline_cases.yaml").read_text("utf-8"))
# The table's first year to the last whole one; a period of 400 days must end inside it.
EVENTS = st.dates(date(2005, 1, 1), date(2024, 9, 1))
COUNTS = st.integers(1, 260)
WARN = Warn(days=3, share=20)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_case_of_the_table(case: dict[str, Any]) -> None:
    rule = Rule(case["count"], case["unit"], case.get("before", False))
    assert deadline(case["event"], rule, STATE, more=case.get("more", 0)).due == case["due"]


def worked(day: date) -> bool:
    """Counted from the published table itself, not by the library's own function."""
    if day in constants.workdays:
        return True
    return day not in constants.holidays and day.isoweekday() <= 5


def counted_on_fingers(event: date, count: int, unit: Unit) -> date:
    """Day by day along the calendar."""
    day, passed = event, 0
    while passed < count or (unit == "days" and not worked(day)):
        day = date.fromordinal(day.toordinal() + 1)
        passed += 1 if unit == "days" or worked(day) else 0
    return day


@given(EVENTS, COUNTS, st.sampled_from(["days", "workdays"]))
def test_the_engine_agrees_with_fingers_on_the_calendar(event: date, count: int, unit: Unit) -> None:
    assert deadline(event, Rule(count, unit), STATE).due == counted_on_fingers(event, count, unit)


@given(st.dates(date(2006, 3, 1), date(2024, 9, 1)), COUNTS)
def test_counting_back_undoes_counting_on(event: date, count: int) -> None:
    back = deadline(event, Rule(count, "workdays", before=True), STATE).due
    assert worked(back) and back < event
    assert sum(worked(back + timedelta(days=n)) for n in range((event - back).days)) == count
    assert deadline(event, Rule(count, "days", before=True), STATE).due == event - timedelta(days=count)


@given(EVENTS, st.integers(1, 120))
def test_months_keep_their_day_or_take_the_last(event: date, count: int) -> None:
    due = deadline(event, Rule(count, "months"), STATE).due
    assert (due.year * 12 + due.month) - (event.year * 12 + event.month) == count
    assert due.day == event.day or ((due + timedelta(days=1)).day == 1 and due.day < event.day)


@given(EVENTS, st.integers(1, 90), st.integers(1, 60))
def test_an_extension_is_the_longer_period_from_the_same_start(event: date, count: int, more: int) -> None:
    longer, plain = deadline(event, Rule(count, "days"), STATE, more=more), deadline(event, Rule(count, "days"), STATE)
    assert longer.due == deadline(event, Rule(count + more, "days"), STATE).due
    assert longer.original == plain.due


@given(EVENTS, COUNTS, st.integers(-30, 400))
def test_one_day_has_one_state(event: date, count: int, offset: int) -> None:
    held, on = deadline(event, Rule(count, "days"), STATE), event + timedelta(days=offset)
    state = held.state(on, WARN)
    assert (state is State.OVERDUE) == (on > held.due)
    assert (state is State.DUE) == (on == held.due)
    assert (state is State.NEAR) == (held.near_from(WARN) <= on < held.due)
    assert held.state(on, WARN, done_on=on) is (State.DONE if on <= held.due else State.LATE)


def test_near_is_three_days_or_a_fifth_whichever_is_longer() -> None:
    short = deadline(date(2014, 7, 1), Rule(7, "days"), STATE)
    long = deadline(date(2014, 4, 10), Rule(90, "days"), STATE)
    assert short.due - short.near_from(WARN) == timedelta(days=3)
    assert long.due == date(2014, 7, 9) and long.due - long.near_from(WARN) == timedelta(days=18)


def test_an_extended_one_says_so_until_it_is_near() -> None:
    held = set_day(date(2014, 12, 31), original=date(2014, 9, 30))
    assert held.state(date(2014, 10, 8), WARN) is State.EXTENDED
    assert held.state(date(2014, 12, 30), WARN) is State.NEAR
    assert set_day(date(2014, 12, 31), original=date(2014, 12, 31)).state(date(2014, 10, 8), WARN) is State.OPEN


def test_the_sentence_says_why_it_is_this_day() -> None:
    moved = deadline(date(2014, 9, 16), Rule(15, "days"), STATE)
    assert str(moved.why()) == (
        "从2014-09-16的次日起算，满15天是2014-10-01，当天休息，顺延到其后第一个工作日2014-10-08。"
    )
    longer = str(deadline(date(2014, 8, 3), Rule(60, "days"), STATE, more=30).why())
    assert longer.startswith("原到2014-10-08，经批准延长，仍从原起点连续计算：从2014-08-03的次日起算，满90天")
    clipped = deadline(date(2014, 1, 31), Rule(1, "months"), STATE)
    assert "取月末2014-02-28" in str(clipped.why())
    assert str(set_day(date(2014, 7, 9)).why()) == "文件规定的日期是2014-07-09。"


@pytest.mark.parametrize("unit", ["days", "workdays"])
def test_a_year_nobody_has_published_is_refused_with_a_sentence(unit: Unit) -> None:
    with pytest.raises(BadInput, match="2090 年的节假日安排尚未录入") as refused:
        deadline(date(2089, 12, 30), Rule(10, unit), WorkCalendar({2089: {}}))
    assert refused.value.code == "unknown_year"


def test_months_need_no_calendar() -> None:
    assert deadline(date(2089, 12, 30), Rule(2, "months"), STATE).due == date(2090, 2, 28)


def test_no_period_is_empty() -> None:
    with pytest.raises(BadInput, match="正整数"):
        Rule(0, "days")
