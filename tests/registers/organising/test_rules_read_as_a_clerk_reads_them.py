"""Elections, chairs, sizes, grades, bodies and stages of a term: the tables in cases/ held against the rules."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhijia.kit.problem import Problem
from zhijia.registers.organising.rules.bodies import Size, missing_of
from zhijia.registers.organising.rules.chair import chair_points, verdict_of
from zhijia.registers.organising.rules.checked import blocking
from zhijia.registers.organising.rules.election_facts import ElectionFacts
from zhijia.registers.organising.rules.elections import election_points
from zhijia.registers.organising.rules.grades import grade_fits
from zhijia.registers.organising.rules.sizes import band_of
from zhijia.registers.organising.rules.terms import stage_of
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.codes import TRUST_LABELS

DAY = dt.date(2014, 7, 10)


def table(name: str) -> Any:
    """One table of cases."""
    return yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))


ELECTIONS = table("elections")


def test_the_good_election_has_nothing_against_it() -> None:
    """Every rule that asks something of it is met; none blocks."""
    points = election_points(ElectionFacts(**ELECTIONS["good"]))
    assert blocking(points) == []
    assert {each.verdict for each in points} == {"met", "none"}
    assert [each.code for each in points][:3] == ["EL-1", "EL-2", "EL-3"]


@pytest.mark.parametrize("case", ELECTIONS["cases"], ids=lambda case: f"{case['rule']}-{case['change']}")
def test_an_election(case: dict[str, Any]) -> None:
    """The verdict of one rule, and when refused the sentence with the rule and its source."""
    facts = ElectionFacts(**(ELECTIONS["good"] | case["change"]))
    found = {each.code: each for each in election_points(facts)}
    if case["verdict"] == "absent":
        assert case["rule"] not in found
        return
    one = found[case["rule"]]
    assert one.verdict == case["verdict"]
    assert case.get("says", "") in str(one.seen)
    refusal = str(one.refusal())
    assert f"（{one.code}）" in refusal and f"依据：{one.source}" in refusal
    assert case.get("source", one.source) == one.source


def test_every_rule_of_the_list_is_tried_and_has_a_source() -> None:
    """EL-1 to EL-14 and the size, each met and, where it can be, broken; each with a paper and a trust mark."""
    rules = catalogue().codes["election-rule"].entries
    assert {case["rule"] for case in ELECTIONS["cases"]} == set(rules)
    assert all(rule.note and rule.group in TRUST_LABELS for rule in rules.values())


@pytest.mark.parametrize("case", table("chair"), ids=str)
def test_a_chair(case: dict[str, Any]) -> None:
    """Verdict of the whole check, and the sentence of the exclusion that stands in the way."""
    answers = dict.fromkeys(catalogue().codes["chair-exclusion"].entries, "0")
    answers |= dict.fromkeys(case.get("is", ()), "1") | dict.fromkeys(case.get("open", ()), "")
    points = chair_points(
        "钱进", case["kind"], answers,
        enterprise_run=case.get("enterprise_run", False), recommended=case.get("recommended", False),
    )  # fmt: skip
    assert verdict_of(points) == case["verdict"]
    told = "；".join(str(each.refusal()) for each in blocking(points))
    assert case.get("says", "") in told and case.get("source", "") in told


@pytest.mark.parametrize("case", table("committee_sizes"), ids=str)
def test_a_committee(case: dict[str, Any]) -> None:
    """The band of so many members: both ends allowed, one more or less not."""
    band = band_of(case["members"], DAY)
    assert (band.least, band.most, band.alone) == (case["least"], case["most"], case["alone"])
    assert band.allows(case["least"]) and band.allows(case["most"])
    assert not band.allows(case["most"] + 1) and not band.allows(case["least"] - 1)
    assert band.allows(1) == case["alone"]


@pytest.mark.parametrize("case", table("grades"), ids=str)
def test_a_grade(case: dict[str, Any]) -> None:
    """Deputy level or higher where a grade is asked for."""
    assert grade_fits(case["kind"], case["grade"]) == case["fits"]


@pytest.mark.parametrize("case", table("bodies"), ids=str)
def test_bodies_owed(case: dict[str, Any]) -> None:
    """What is owed and missing, each with a sentence."""
    size = Size(case["kind"], case["members"], case["women"], case["employees"], case["account"])
    missing = missing_of(size, set(case["has"]), DAY)
    assert [duty.body for duty in missing] == case["missing"]
    assert all(isinstance(duty.because, Problem) and str(duty.because).endswith("。") for duty in missing)


@pytest.mark.parametrize("case", table("term_stages"), ids=str)
def test_a_stage_of_a_term(case: dict[str, Any]) -> None:
    """Notice, plan, red, extended, overdue: to the day."""
    assert stage_of(dt.date(2014, 12, 31), case.get("extended_to"), case["day"]) == case["stage"]


@pytest.mark.parametrize("case", table("industries"), ids=str)
def test_an_industry_is_found_by_its_name(case: dict[str, Any]) -> None:
    """A number of the old form is nobody's code."""
    assert catalogue().codes["industry"].code_for(case["cell"]) == case["code"]
