"""The table of the steps of a membership, case by case as a clerk reads it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.world import NOW, TODAY, World, add_member
from zhijia.kit.problem import Conflict, Problem
from zhijia.registers.base.actions import record_fact
from zhijia.registers.organising.lapsing import lapsing_members
from zhijia.registers.organising.member_terms import active, entitled
from zhijia.registers.organising.members import MEMBERS, Member
from zhijia.registers.organising.membership import STEPS, step_of, take_step
from zhijia.registers.organising.transfers import arriving, leaving
from zhijia.schemes.catalogue import catalogue


def table(name: str) -> Any:
    """One table of cases."""
    return yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))


CASES = table("membership")
DAY = dt.date(2014, 7, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['state']}-{case['step']}-{case['who']}")
def test_a_case_of_the_table(case: dict[str, Any], county: World) -> None:
    """Allowed, and the state is then that of the step; or refused, with the reason in the sentence."""
    step = step_of(case["step"])
    member = add_member(county, "合德纺织", 95, joined=dt.date(2014, 6, 2), state=case["state"])
    if "to" in case:
        member.destination = county.org[case["to"]]
        member.save()
    papers = [(slot, "a.txt", [slot.encode()]) for slot in step.papers] if case.get("papers", True) else []

    def take() -> Any:
        return take_step(member=member, step=step, on=DAY, by=county.post[case["who"]], at=NOW,
                         reason=case.get("reason", "本人申请"), papers=papers, union=county.org.get(case.get("union", "")))  # fmt: skip

    if case.get("allowed"):
        assert take().state == step.target
    else:
        with pytest.raises(Problem, match=case["because"]):
            take()


def test_every_step_is_in_the_table() -> None:
    """Each way the rules allow is taken once, and no case allows what they do not."""
    allowed = {(case["state"], case["step"]) for case in CASES if case.get("allowed")}
    assert allowed == {(state, step.key) for step in STEPS for state in step.sources}


@pytest.mark.parametrize("case", table("member_states"), ids=lambda case: case["state"])
def test_what_a_state_means(case: dict[str, Any], county: World) -> None:
    """Counted, voting and paying, holding the one membership a person has: by the register's own words."""
    member = add_member(county, "合德纺织", 95, joined=dt.date(2014, 6, 2), state=case["state"])
    mine = Member.objects.living().filter(pk=member.pk)
    assert mine.filter(active.build()).exists() == case["counts"]
    assert mine.filter(entitled.build()).exists() == case["votes"] == case["dues"]
    values = {"organisation": county.org["四明木业"], "name": "同一个人", "id_number": member.id_number,
              "joined_on": DAY, "since": DAY, "state": "ACTIVE"}  # fmt: skip
    if case["held"]:
        with pytest.raises(Conflict, match="重复"):
            record_fact(MEMBERS, values=values, by=None, at=NOW)
    else:
        assert record_fact(MEMBERS, values=values, by=None, at=NOW).pk


def test_the_states_are_those_of_the_code_list() -> None:
    assert {case["state"] for case in table("member_states")} == set(catalogue().codes["member-state"].entries)


@pytest.mark.parametrize("case", table("lapsing"), ids=str)
def test_who_is_proposed_as_lapsed(case: dict[str, Any], county: World) -> None:
    """Six months, and nothing happens by being proposed."""
    state = case.get("state", "ACTIVE")
    member = add_member(county, "合德纺织", 95, joined=dt.date(2013, 5, 1), state=state)
    Member.objects.filter(pk=member.pk).update(took_part_on=case["last"])
    proposed = {each.member.pk for each in lapsing_members(county.post["clerk"], TODAY)}
    assert (member.pk in proposed) == case["listed"]
    assert Member.objects.get(pk=member.pk).state == state


def test_the_two_clocks_of_a_transfer(county: World) -> None:
    """Let go on Tuesday 1 July: reminded after five working days, handed up after fifteen; both sides see it."""
    take_step(member=county.members[0], step=step_of("transfer-out"), on=DAY, by=county.post["clerk"], at=NOW,
              reason="调动", union=county.org["四明木业"])  # fmt: skip
    (there,) = arriving(county.post["neighbour"])
    assert (there.remind_on, there.escalate_on) == (dt.date(2014, 7, 8), dt.date(2014, 7, 22))
    assert not there.late(dt.date(2014, 7, 8)) and there.late(dt.date(2014, 7, 9))
    assert not there.escalated(dt.date(2014, 7, 22)) and there.escalated(dt.date(2014, 7, 23))
    assert [len(leaving(county.post[who])) for who in ("clerk", "hede", "neighbour")] == [1, 1, 0]
    assert arriving(county.post["shop"]) == []
