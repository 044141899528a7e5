"""The small world with something of everything that the figures of organising count; each line says what it is for."""

import datetime as dt
from typing import Any

from tests.world import NOW, World, add_member
from tests.world import record as enter
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.register import register_of

JUNE = dt.date(2014, 6, 1)


def enrich(world: World) -> World:
    """Members, papers, terms and foundings on top of world.py, in place."""
    _members(world)
    _union_life(world)
    _foundings(world)
    _workplaces(world)
    return world


def fix(register: str, row: Any, **values: Any) -> None:
    """It was written wrong."""
    row.refresh_from_db()
    correct_fact(register_of(register), row=row, values=values, by=None, at=NOW)


def turn(register: str, row: Any, on: dt.date, **values: Any) -> None:
    """It became different on a day."""
    row.refresh_from_db()
    change_fact(register_of(register), row=row, values=values, on=on, by=None, at=NOW)


def _members(world: World) -> None:
    """合德纺织 and 合德机械 reach twenty-five; one moves, one is retained, two are not complete by real name."""
    for short, first, count in (("合德纺织", 100, 24), ("合德机械", 200, 22)):
        for seq in range(first, first + count):
            add_member(world, short, seq, joined=dt.date(2013, 5, 1))
    unconfirmed, mover, retired = world.members[0], world.members[1], world.members[2]
    fix("organising.member", unconfirmed, confirmed_on=None)
    fix("organising.member", world.members[6], mobile_sealed="", mobile_tail="")
    turn("organising.member", mover, JUNE, organisation=world.org["四明木业"])
    turn("organising.member", retired, dt.date(2014, 6, 10), state="RETAINED")


def _union_life(world: World) -> None:
    """Accounts, bodies, terms renewed in time, late, extended and not at all, a chair who works half the day."""
    for short in ("合德纺织", "合德机械"):
        fix("organising.union", world.union[short], has_own_account=True)
    for short, starts in (("合德纺织", dt.date(2014, 3, 28)), ("四明木业", dt.date(2014, 5, 1))):
        enter("organising.term", union=world.union[short], number=2, starts_on=starts, since=starts,
              ends_on=dt.date(2017, 3, 27))  # fmt: skip
    extended = register_of("organising.term").model._default_manager.get(union=world.union["合德商贸"])
    fix("organising.term", extended, extended_to=dt.date(2014, 9, 30), reply_no="川工批〔2014〕5号")
    chair = register_of("organising.position").model._default_manager.get(organisation=world.org["实验小学"])
    fix("organising.position", chair, full_time=False)


def _foundings(world: World) -> None:
    """Requests 45 and 49 days before the reply; four of six bodies in one, the two not asked in the other."""
    fix(
        "organising.union",
        world.union["合德机械"],
        requested_on=dt.date(2014, 2, 1),
        standardised_on=dt.date(2014, 7, 1),
    )
    fix("organising.union", world.union["四明化工"], requested_on=dt.date(2014, 4, 1))
    for body, day in (("UC", 18), ("WC", 20), ("SC", 31), ("LM", 31)):
        on = dt.date(2014, 3, day)
        enter("organising.body", union=world.union["合德机械"], body=body, established_on=on, since=on)
    april, february = dt.date(2014, 4, 8), dt.date(2014, 2, 1)
    enter("organising.union", organisation=world.org["合德镇"], name="合德镇纺织行业工会联合会", code="320924310001",
          kind="31", unit_kind="J", since=april, founded_on=april, reply_no="川工复〔2014〕9号")  # fmt: skip
    enter("organising.union", organisation=world.org["四明镇"], name="四明镇旧厂工会", code="320924400099", kind="40",
          unit_kind="E", state="CLOSED", since=JUNE, founded_on=february, reply_no="川工复〔2014〕8号")  # fmt: skip


def _workplaces(world: World) -> None:
    """Two new organisations, one with a union; a workplace of thirty without; a second one pressed, at N2."""
    for short in ("合德纺织", "合德镇未建"):
        fix("organising.employer", world.employer[short], two_new=True)
    enter("organising.employer", organisation=world.org["四明镇"], name="四明镇清泉饮料有限公司", unit_kind="E",
          employees=30, women=10, since=dt.date(2012, 1, 1))  # fmt: skip
    enter("organising.nail", employer=world.employer["四明镇未建"], level="N2", since=dt.date(2014, 6, 30))
