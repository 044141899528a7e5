"""The table of the steps of a membership, case by case as a clerk reads it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.world import NOW, World, add_member
from zhijia.kit.problem import Problem
from zhijia.registers.organising.membership import step_of, take_step
from zhijia.registers.organising.transfers import arriving, leaving

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "membership.yaml").read_text(encoding="utf-8"))
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
                         reason=case.get("reason", "本人申请"), papers=papers)  # fmt: skip

    if case.get("allowed"):
        assert take().state == step.target
    else:
        with pytest.raises(Problem, match=case["because"]):
            take()


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
