"""A deadline takes its length from the dated parameter, and a county enters a year's holidays as a file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhijia.kit.problem import Problem
from zhijia.schemes import deadlines
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import deadline, rule_of, warning, work_calendar
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.holidays import HolidayYear
from zhijia.schemes.load import load_file


def test_the_rule_names_its_parameter_and_paper() -> None:
    rule = rule_of("founding.notice-days", date(2014, 7, 10))
    assert (rule.rule.count, rule.rule.unit, rule.trust) == (7, "days", "verified")
    assert "主席产生办法" in rule.source


def test_units_are_read_as_written() -> None:
    assert deadline("order.sign-days", date(2014, 9, 26)).due == date(2014, 10, 9)
    assert deadline("member.lapse-months", date(2014, 8, 31)).due == date(2015, 2, 28)
    assert warning(date(2014, 7, 10)).days == 3


def test_a_parameter_that_is_no_length_of_time_is_refused() -> None:
    with pytest.raises(Problem, match="单位是百分比，不能用来计算期限"):
        rule_of("pace.green", date(2014, 7, 10))


def test_a_county_enters_the_next_year_itself(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "2090.yaml"
    path.write_text("year: 2090\nsource: 国办通知\nrest: [2090-01-02, 2090-01-03]\nwork: [2090-01-07]\n", "utf-8")
    entry = load_file(path, HolidayYear)
    book = catalogue()
    monkeypatch.setattr(deadlines, "catalogue", lambda: type("Book", (), {"holidays": {2090: entry}})())
    days = work_calendar()
    assert not days.is_workday(date(2090, 1, 3)) and days.is_workday(date(2090, 1, 7))
    assert book.holidays == {}


@pytest.mark.parametrize("line", ["rest: [2089-01-02]", "rest: [2090-01-07]\nwork: [2090-01-07]"])
def test_a_day_of_another_year_or_named_twice_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "2090.yaml"
    path.write_text(f"year: 2090\nsource: 国办通知\n{line}\n", "utf-8")
    with pytest.raises(CatalogueError):
        load_file(path, HolidayYear)
