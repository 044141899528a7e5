"""ORG-11 counted by hand: who owes an audit commission or a women workers' committee, and who has one."""

import datetime as dt
from typing import Any

from tests.world import LONG_AGO, NOW, TODAY, World, add_member
from tests.world import record as enter
from zhijia.indicators.queries import figure
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window


def rate(world: World, key: str, on: dt.date = TODAY) -> tuple[int, int | None]:
    """The rate of the county."""
    value = figure(key, world.org["县总"], Window.year_to(on))
    return value.top, value.bottom


def grow(world: World, short: str, first: int, count: int, since: dt.date = LONG_AGO) -> None:
    """So many more members, numbered in steps of two: even numbers are women."""
    for at in range(count):
        add_member(world, short, first + 2 * at, joined=since)


def accounts(world: World, short: str) -> Any:
    """It keeps its own accounts."""
    union = world.union[short]
    union.refresh_from_db()
    return correct_fact(register_of("organising.union"), row=union, values={"has_own_account": True}, by=None, at=NOW)


def test_twenty_five_members_and_own_accounts(county: World) -> None:
    """合德纺织 has its commission from the start; 合德机械 with 24 members owes none, with 25 it does."""
    assert rate(county, "audit-body-rate") == (0, 0)
    for short in ("合德纺织", "合德机械"):
        accounts(county, short)
    grow(county, "合德纺织", 101, 22)
    assert rate(county, "audit-body-rate") == (1, 1)
    grow(county, "合德机械", 201, 21)
    assert rate(county, "audit-body-rate") == (1, 1)
    add_member(county, "合德机械", 301, joined=dt.date(2014, 7, 1))
    assert rate(county, "audit-body-rate") == (1, 2)
    assert rate(county, "audit-body-rate", dt.date(2014, 6, 30)) == (1, 1), "as of June it had 24"


def test_ten_women(county: World) -> None:
    """The members of the small world: 12, 22, ... are women, one or two a union."""
    grow(county, "四明木业", 400, 8)
    assert rate(county, "women-body-rate") == (0, 0), "nine women"
    add_member(county, "四明木业", 440, joined=dt.date(2014, 7, 1))
    assert rate(county, "women-body-rate") == (0, 1)
    enter("organising.body", union=county.union["四明木业"], body="WC", established_on=dt.date(2014, 7, 5),
          since=dt.date(2014, 7, 5))  # fmt: skip
    assert rate(county, "women-body-rate") == (1, 1)
    assert rate(county, "women-body-rate", dt.date(2014, 7, 4)) == (0, 1), "the day before it had none"


def test_a_chair_who_leaves_is_compliant_no_more(county: World) -> None:
    """From the day of leaving; the day before still counts."""
    register = register_of("organising.position")
    held = register.model.objects.get(name="赵一")  # type: ignore[attr-defined]
    change_fact(register, row=held, values={"ends_on": dt.date(2014, 7, 2)}, on=dt.date(2014, 7, 2), by=None, at=NOW)
    assert rate(county, "chair-compliance-rate") == (0, 6)
    assert rate(county, "chair-compliance-rate", dt.date(2014, 7, 1)) == (1, 6)
