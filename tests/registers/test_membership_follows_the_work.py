"""The life of a membership: who may take which step from where, and what the figures then count."""

import datetime as dt
from typing import Any

import pytest

from tests.world import NOW, TODAY, World, add_member
from zhijia.indicators.queries import figure
from zhijia.journal.queries import history_of
from zhijia.kit.problem import Conflict, NotFound, Problem, Refused
from zhijia.registers.base.window import Window
from zhijia.registers.organising.membership import STEPS, accept_transfer, step_of, steps_from, take_step
from zhijia.schemes.catalogue import catalogue

DAY = dt.date(2014, 7, 1)


def members_of(world: World, place: str, on: dt.date = TODAY) -> int:
    """The members figure."""
    return figure("members", world.org[place], Window.year_to(on)).top


def take(member: Any, key: str, world: World, who: str = "clerk", **more: Any) -> Any:
    """One step on the first of July."""
    member.refresh_from_db()
    step = step_of(key)
    papers = [(slot, f"{slot}.txt", [slot.encode()]) for slot in step.papers]
    return take_step(
        member=member, step=step, on=DAY, by=world.post[who], at=NOW, reason=more.pop("reason", "本人书面申请"),
        papers=papers, **more,
    )  # fmt: skip


def test_every_state_of_the_code_list_is_reached_or_left() -> None:
    """No step leads to a state the county does not know, and none is forgotten."""
    known = set(catalogue().codes["member-state"].entries)
    assert {step.target for step in STEPS} | {state for step in STEPS for state in step.sources} == known


def test_approval_starts_the_membership(county: World) -> None:
    """An applicant does not count; from the day of approval the person does, and the day is the day of joining."""
    applicant = add_member(county, "合德纺织", 91, joined=dt.date(2014, 6, 1), state="APPLIED")
    before = members_of(county, "合德纺织")
    member = take(applicant, "approve", county)
    assert (member.state, member.joined_on) == ("ACTIVE", DAY)
    assert members_of(county, "合德纺织") == before + 1
    assert members_of(county, "合德纺织", dt.date(2014, 6, 30)) == before


def test_a_leaving_member_counts_where_he_was_until_accepted(county: World) -> None:
    """Let go by the old union, taken in by the new one by whole number and name."""
    member = county.members[0]
    take(member, "transfer-out", county)
    assert members_of(county, "合德纺织") == 3
    moved = accept_transfer(
        id_number=member.id_number, name=member.name, union=county.org["四明木业"], on=dt.date(2014, 7, 5),
        by=county.post["neighbour"], at=NOW,
    )  # fmt: skip
    assert moved.state == "ACTIVE"
    assert (members_of(county, "合德纺织"), members_of(county, "四明木业")) == (2, 4)
    assert members_of(county, "合德纺织", dt.date(2014, 7, 4)) == 3


@pytest.mark.parametrize("name", ["成员12", "别人", ""])
def test_nobody_is_found_by_browsing(county: World, name: str) -> None:
    """A wrong name with the right number, or a member not let go, tells nothing."""
    member = county.members[0]
    take(member, "transfer-out", county)
    with pytest.raises(NotFound):
        accept_transfer(
            id_number=member.id_number,
            name=name,
            union=county.org["四明木业"],
            on=DAY,
            by=county.post["neighbour"],
            at=NOW,
        )
    with pytest.raises(NotFound):
        accept_transfer(
            id_number=county.members[1].id_number,
            name="成员12",
            union=county.org["四明木业"],
            on=DAY,
            by=county.post["neighbour"],
            at=NOW,
        )


def test_a_post_takes_in_members_only_for_its_own_unions(county: World) -> None:
    """The neighbour's clerk cannot place a member in 合德."""
    member = county.members[3]
    take_step(member=member, step=step_of("transfer-out"), on=DAY, by=county.post["hede"], at=NOW, reason="调动")
    with pytest.raises(Refused):
        accept_transfer(
            id_number=member.id_number,
            name=member.name,
            union=county.org["合德纺织"],
            on=DAY,
            by=county.post["neighbour"],
            at=NOW,
        )


def test_a_committee_moves_a_member_between_its_own_unions(county: World) -> None:
    """In one step; the place must be a union."""
    member = take(county.members[0], "move", county, "hede", union=county.org["合德机械"])
    assert str(member.organisation) == "合德机械"
    with pytest.raises(Problem, match="不是基层工会"):
        take(county.members[1], "move", county, "hede", union=county.org["合德镇"])
    with pytest.raises(Problem, match="接收的基层工会"):
        take(county.members[1], "move", county, "hede")


@pytest.mark.parametrize(
    ("step", "left"), [("retain", 2), ("withdraw", 2), ("lapse", 2), ("expel", 2), ("deceased", 2)]
)
def test_who_has_left_is_not_counted(county: World, step: str, left: int) -> None:
    """From the day on, not before."""
    take(county.members[0], step, county)
    assert members_of(county, "合德纺织") == left
    assert members_of(county, "合德纺织", dt.date(2014, 6, 30)) == 3


def test_reasons_and_states_are_insisted_on(county: World) -> None:
    """No reason, no step; no step out of turn."""
    with pytest.raises(Problem, match="写明原因"):
        take(county.members[0], "withdraw", county, reason=" ")
    take(county.members[0], "withdraw", county)
    assert steps_from("WITHDRAWN") == []
    with pytest.raises(Conflict):
        take(county.members[0], "retain", county)


def test_each_step_is_a_line_of_the_history(county: World) -> None:
    """With the states in words."""
    take(county.members[0], "retain", county)
    line = history_of("organising.member", county.members[0].pk)[0]
    assert "会籍状态 在册→保留会籍" in line.detail["changes"]
