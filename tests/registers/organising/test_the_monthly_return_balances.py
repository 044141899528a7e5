"""The monthly return: opening, comings, goings, closing. Counted by hand, and the sum checked for any history."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import NOW, World, add_member
from zhijia.indicators.monthly_return import CAME, WENT, ReturnLine, monthly_return
from zhijia.indicators.queries import rows_behind
from zhijia.kit.period import Period
from zhijia.kit.problem import Conflict, Problem
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import void_fact
from zhijia.registers.organising.imbalances import imbalances
from zhijia.registers.organising.members import MEMBERS, Member
from zhijia.registers.organising.membership import step_of, take_step
from zhijia.registers.organising.movements import Movement

JULY, END = Period.parse("2014-07"), dt.date(2014, 7, 31)


def take(world: World, member: Any, key: str, day: int, who: str = "clerk", **more: Any) -> Any:
    """One step in July."""
    member.refresh_from_db()
    step = step_of(key)
    papers = [(slot, f"{slot}.txt", [slot.encode()]) for slot in step.papers]
    return take_step(member=member, step=step, on=dt.date(2014, 7, day), by=world.post[who], at=NOW,
                     reason="本人申请", papers=papers, **more)  # fmt: skip


def counts(line: ReturnLine) -> dict[str, int]:
    """The line as numbers by short name, zeros left out."""
    names = [key.removeprefix("month-") for key in (*CAME, *WENT)]
    flows = {name: flow.top for name, flow in zip(names, line.flows, strict=True) if flow.top}
    return {"opening": line.opening.top, **flows, "closing": line.closing.top}


def july(world: World, place: str) -> Any:
    """The return of July."""
    return monthly_return(world.org[place], JULY, END)


def test_a_month_counted_by_hand(county: World) -> None:
    """合德纺织: 3 at first; one joins, one goes to 四明木业 and one retires, who was entered twice by mistake comes off."""
    first, second, third = county.members[:3]
    applicant = add_member(county, "合德纺织", 91, joined=dt.date(2014, 6, 1), state="APPLIED")
    take(county, applicant, "approve", 8)
    take(county, first, "transfer-out", 2, union=county.org["四明木业"])
    take(county, first, "accept", 9, "neighbour")
    take(county, second, "retain", 15)
    take(county, third, "withdraw", 20)
    here, there, whole = (july(county, place) for place in ("合德纺织", "四明木业", "县总"))
    assert counts(here.total) == {"opening": 3, "joined": 1, "out": 1, "retained": 1, "left": 1, "closing": 1}
    assert counts(there.total) == {"opening": 3, "in": 1, "closing": 4}
    assert counts(whole.total) == {
        "opening": 18,
        "joined": 1,
        "in": 1,
        "out": 1,
        "retained": 1,
        "left": 1,
        "closing": 17,
    }
    assert whole.unbalanced == []
    # Since New Year: 合德机械 and 四明化工 were founded with three members each, one joined, two are gone.
    assert (here.total.net.top, whole.total.net.top) == (-2, 3 + 3 - 1)


def test_who_comes_and_goes_within_the_month_is_counted_both_ways(county: World) -> None:
    """Approved on the 3rd, deceased on the 28th: one joined, one gone, the closing as before."""
    applicant = add_member(county, "合德纺织", 91, joined=dt.date(2014, 6, 1), state="APPLIED")
    take(county, applicant, "approve", 3)
    take(county, applicant, "deceased", 28)
    assert counts(july(county, "合德纺织").total) == {"opening": 3, "joined": 1, "deceased": 1, "closing": 3}


def test_a_record_taken_out_or_entered_late_has_its_own_column(county: World) -> None:
    """A changed and then voided row is neither a withdrawal nor a silent loss; a late entry is not a new member."""
    take(county, county.members[0], "retain", 2)
    take(county, county.members[0], "resume", 5)
    void_fact(MEMBERS, row=Member.objects.get(pk=county.members[0].pk), reason="重复登记", by=None, at=NOW)
    late = add_member(county, "合德纺织", 92, joined=dt.date(2009, 5, 1))
    Member.objects.filter(pk=late.pk).update(since=dt.date(2014, 7, 7))
    line = july(county, "合德纺织").total
    assert line.difference == 0
    assert counts(line) == {"opening": 3, "entered": 1, "retained": 1, "closing": 3}


def test_the_rows_behind_every_number_are_as_many_as_it_says(county: World) -> None:
    """Each figure of the return leads to its rows."""
    take(county, county.members[0], "move", 4, "hede", union=county.org["合德机械"])
    for line in (july(county, "合德镇").total, *july(county, "合德镇").lines):
        node = Organisation.objects.get(pk=line.organisation.pk)
        for value in (line.opening, *line.flows, line.closing):
            _, rows = rows_behind(value.indicator, "top", node, value.window)
            assert rows.count() == value.top, value
        _, rows = rows_behind("net-increase", "top", node, line.net.window)
        assert (rows.aggregate(n=Sum("delta"))["n"] or 0) == line.net.top


def test_damaged_rows_are_named(county: World) -> None:
    """A member whose row stands twice on the same days is told by name, with the union."""
    member = Member.objects.get(pk=county.members[0].pk)
    Member.objects.create(**{
        field.attname: getattr(member, field.attname) for field in Member._meta.concrete_fields if field.name != "id"
    } | {"version_of_id": member.pk, "since": dt.date(2010, 7, 3), "until": dt.date(2014, 7, 15)})  # fmt: skip
    made = july(county, "合德镇")
    assert [str(line.organisation) for line in made.unbalanced] == ["合德纺织"]
    odd = imbalances(county.org["合德纺织"], JULY.start, END)
    assert [(one.name, one.member, one.difference) for one in odd] == [(member.name, member.pk, -1)]
    assert imbalances(county.org["四明镇"], JULY.start, END) == []


def test_as_many_queries_for_one_union_as_for_the_county(county: World) -> None:
    """Whatever the size of the tree: the tree as it stood on each of the two days, the members then, what moved."""
    asked = []
    for place in ("合德纺织", "县总"):
        with CaptureQueriesContext(connection) as queries:
            monthly_return(county.org[place], JULY, END, deep=True)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8


def test_movements_cannot_be_written(county: World) -> None:
    """They are a view: nobody holds the right, and the database has no such table."""
    assert Movement.objects.filter(kind="JOINED").count() == 18
    assert not any(post.may("movements.edit") for post in county.post.values())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(
    ["move", "transfer-out", "recall", "retain", "resume", "withdraw", "deceased"]), st.integers(1, 31),
    st.sampled_from(["合德纺织", "合德机械", "合德商贸"])), max_size=14))  # fmt: skip
def test_any_history_balances(county: World, moves: list[tuple[int, str, int, str]]) -> None:
    """Whatever is done in July in whatever order: each union, the committee and the county come out even."""
    from django.db import transaction

    with transaction.atomic():
        for at, key, day, place in moves:
            more = {"union": county.org[place]} if key == "move" else {}
            try:
                with transaction.atomic():
                    take(county, county.members[at], key, day, "hede", **more)
            except (Problem, Conflict):
                continue
        made = monthly_return(county.org["县总"], JULY, END, deep=True)
        assert [(str(line.organisation), counts(line)) for line in (made.total, *made.lines) if line.difference] == []
        transaction.set_rollback(True)


@pytest.mark.parametrize("day", [dt.date(2014, 7, 10), dt.date(2014, 7, 31)])
def test_a_running_month_is_told_up_to_today(county: World, day: dt.date) -> None:
    """What happens later does not count yet."""
    take(county, county.members[0], "retain", 20)
    made = monthly_return(county.org["合德纺织"], JULY, day)
    assert (made.until, made.total.closing.top) == (day, 3 if day.day < 20 else 2)
