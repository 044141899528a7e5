"""Priority and ladder, case by case as a clerk reads them; names that may mean one workplace."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.world import TODAY
from zhijia.kit.problem import Problem
from zhijia.kit.workdays import WorkCalendar
from zhijia.registers.organising.drive.limits import limits_on, terms_on
from zhijia.registers.organising.drive.rules.ladder import Visit, check_step, entry_of, next_of
from zhijia.registers.organising.drive.rules.names import name_key
from zhijia.registers.organising.drive.rules.priority import Workplace, priority_of

CASES = Path(__file__).parent / "cases"


def table(name: str) -> list[dict[str, Any]]:
    """One table of cases."""
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", table("priority"), ids=lambda case: str(case["unit"]))
def test_priority_of_a_workplace(case: dict[str, Any]) -> None:
    """Level, and the sentence that explains it."""
    ranked = priority_of(Workplace(**case["unit"]), limits_on(TODAY))
    assert ranked.level == case["level"]
    assert case["because"] in "；".join(str(reason) for reason in ranked.reasons)


@pytest.mark.parametrize("case", table("ladder"), ids=lambda case: f"{case['level']}-{case['today']}")
def test_what_may_be_decided_next(case: dict[str, Any]) -> None:
    """The step, the last day of the wait, and why."""
    terms = replace(terms_on(TODAY), fund=case.get("fund", False))
    made = next_of(
        case["level"], case["since"], case["today"], terms, WorkCalendar(), founded=case.get("founded", False)
    )
    assert (made.step, made.due) == (case["step"], case.get("due"))
    assert case["because"] in str(made.because)


@pytest.mark.parametrize(
    ("visits", "step", "because"),
    [
        ([(1, True), (11, True)], "N0", "相隔10天"),
        ([(1, True), (10, True)], "", "有1次"),
        ([(1, True), (6, True), (12, True)], "N0", "相隔11天"),
        ([(1, True), (11, True), (12, False)], "", "最近一次"),
        ([(11, True)], "", "有1次"),
        ([], "", "最近一次"),
    ],
)
def test_who_may_be_put_on_the_list(visits: list[tuple[int, bool]], step: str, because: str) -> None:
    """Two visits against a union, ten days apart, the last one too."""
    seen = [Visit(dt.date(2014, 6, day), against) for day, against in visits]
    made = entry_of(seen, "", terms_on(TODAY))
    assert made.step == step and because in str(made.because)


def test_a_good_reason_keeps_a_workplace_off_the_list() -> None:
    """Whatever the visits said."""
    seen = [Visit(dt.date(2014, 6, 1), True), Visit(dt.date(2014, 6, 30), True)]
    made = entry_of(seen, "停产或即将关闭", terms_on(TODAY))
    assert made.step == "" and "停产" in str(made.because)


@pytest.mark.parametrize(("now", "wanted"), [("N2", "N1"), ("N2", "N2"), ("N1", "N4")])
def test_the_ladder_is_not_climbed_down_and_the_fund_is_off(now: str, wanted: str) -> None:
    """Back is out; the fund is a local rule that is switched off until the county decides."""
    with pytest.raises(Problem, match="不能"):
        check_step(now, wanted, terms_on(TODAY))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("合德晨禾纺织有限公司", "射阳县合德镇晨禾纺织有限责任公司", True),
        ("合德晨禾纺织有限公司", "晨禾纺织（股份有限公司）", True),
        ("合德晨禾纺织有限公司", "合德晨禾服装有限公司", False),
        ("Ａ１超市", "a1 超市", True),
        ("四明木业厂", "四明木业有限公司", True),
        ("有限公司", "公司", False),
    ],
)
def test_names_that_may_mean_one_workplace(one: str, other: str, same: bool) -> None:
    """Place, form of company, width and signs are written in every way."""
    keys = [name_key(name, ("射阳", "合德", "合德镇", "四明")) for name in (one, other)]
    assert (keys[0] == keys[1] != "") is same
