"""Two unions write down the same person at the same moment: the database lets one of them in."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection

from tests.world import NOW, World, add_member, make_world
from zhijia.kit.problem import Conflict
from zhijia.registers.base.actions import record_fact
from zhijia.registers.organising.members import HELD, MEMBERS, Member
from zhijia.registers.organising.membership import step_of, take_step

DAY = dt.date(2014, 7, 1)


def patiently(work: Callable[[], object]) -> object:
    """Again while the shared in-memory database of the tests says that another writer holds it."""
    for _ in range(400):
        try:
            return work()
        except OperationalError as busy:
            if "lock" not in str(busy):
                raise
            time.sleep(0.01)
    raise TimeoutError


def at_once(*works: Callable[[], object]) -> list[str]:
    """What came of each: done, or the sentence of the refusal."""
    outcomes: list[str] = []
    start = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        start.wait()
        try:
            patiently(work)
            outcomes.append("done")
        except Conflict as conflict:
            outcomes.append(str(conflict))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def joining(world: World, union: str, number: str) -> Callable[[], object]:
    """The same identity number, entered by a union."""
    values = {"organisation": world.org[union], "name": "孙一凡", "id_number": number, "joined_on": DAY, "since": DAY}
    return lambda: record_fact(MEMBERS, values=values, by=None, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_entries_of_one_person_is_refused() -> None:
    world = make_world()
    number = add_member(world, "合德纺织", 77, joined=DAY, state="WITHDRAWN").id_number
    outcomes = at_once(*(joining(world, union, number) for union in ("合德纺织", "合德机械", "四明木业", "四明化工")))
    assert outcomes.count("done") == 1
    assert all("重复" in outcome for outcome in outcomes if outcome != "done")
    digest = Member.objects.filter(name="孙一凡").first().id_digest  # type: ignore[union-attr]
    assert Member.objects.living().filter(id_digest=digest, state__in=HELD).count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_is_taken_in_twice_at_the_same_moment_has_one_membership() -> None:
    """The receiving union accepts while the old one recalls: one of them comes too late."""
    world = make_world()
    member: Any = add_member(world, "合德纺织", 78, joined=DAY)
    take_step(member=member, step=step_of("transfer-out"), on=DAY, by=world.post["clerk"], at=NOW, reason="调动",
              union=world.org["四明木业"])  # fmt: skip
    post = {who: world.post[who] for who in ("clerk", "neighbour")}

    def step(key: str, who: str) -> Callable[[], object]:
        return lambda: take_step(member=member, step=step_of(key), on=DAY, by=post[who], at=NOW, reason="不调了")

    outcomes = at_once(step("accept", "neighbour"), step("recall", "clerk"))
    assert sorted(outcome == "done" for outcome in outcomes) == [False, True]
    assert Member.objects.living().get(pk=member.pk).state == "ACTIVE"
