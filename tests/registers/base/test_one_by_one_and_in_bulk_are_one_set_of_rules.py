"""However a member comes in, the same columns are stored and the same rows refused: quick way, slow way, one by one."""

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import NOW, World
from zhijia.journal.models import Entry
from zhijia.kit.identity.id_number import make_id
from zhijia.kit.problem import Problem
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.bulk import Row, fact_of, record_facts, row_of
from zhijia.registers.base.inserting import columns_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.models import Member
from zhijia.registers.organising.swift_members import MEMBER

MEMBERS = register_of("organising.member")
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2014, 7, 10))
NUMBERS = st.builds(make_id, st.just("320924"), DAYS, st.integers(0, 499), st.sampled_from(["male", "female"]))
NAMES = st.text("单曾王小明·𠮷aB ", max_size=8) | st.just("王" * 121)
PEOPLE = st.fixed_dictionaries(
    {"name": NAMES, "since": DAYS},
    optional={
        "id_number": NUMBERS | st.sampled_from(["", "320924199001010013", "32092419900101001", "１" * 18]),
        "mobile": st.sampled_from(["", "13912345678", "0515-86123456", "1" * 40]),
        "joined_on": DAYS | st.none(), "confirmed_on": DAYS, "is_migrant": st.booleans(),
        "nation": st.sampled_from(["01", "", "011"]), "education": st.sampled_from(["30", ""]),
        "card_no": st.text("A1", max_size=41), "remark": st.sampled_from(["", "=1+1", "备" * 301]),
        "work_state": st.sampled_from(["1", ""]), "state": st.sampled_from(["ACTIVE", "APPLIED", ""]),
    },
)  # fmt: skip
FRESH = {"id", "id_sealed", "mobile_sealed"}  # sealed anew each time, with a number nobody can foresee


def opened(row: Any) -> dict[str, Any]:
    """What a stored row says, sealed numbers opened."""
    return {name: value for name, value in columns_of(row).items() if name not in FRESH} | {
        "id_number": row.id_number, "mobile": row.mobile,
    }  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=PEOPLE)
def test_the_quick_way_gives_what_the_model_gives_or_leaves_the_row_alone(world: World, values: dict[str, Any]) -> None:
    values["organisation"] = world.org["合德纺织"]
    columns = MEMBER.open(values)
    try:
        fact = fact_of(MEMBERS, values, by=None, at=NOW, batch=7)
    except Problem:
        assert columns is None
        return
    if columns is not None:
        MEMBER.close([Row(columns, columns["name"], values=values)])
        quick = Member(**columns, recorded_at=NOW, batch=7)
        assert opened(quick) == opened(fact)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(PEOPLE, max_size=8))
def test_what_is_stored_is_the_same(world: World, people: list[dict[str, Any]]) -> None:
    """Once in bulk and once one by one, on an empty register each time; the journal reads the same."""
    for values in people:
        values["organisation"] = world.org["合德纺织"]
    assert told(people, world, bulk=True) == told(people, world, bulk=False)


def told(people: list[dict[str, Any]], world: World, *, bulk: bool) -> object:
    """Rows and journal after recording, or that it was refused; taken back at once."""
    with transaction.atomic():
        before = Entry.objects.count()
        try:
            if bulk:
                record_facts(MEMBERS, people, by=world.post["hede"], at=NOW)
            else:
                for values in people:
                    record_fact(MEMBERS, values=values, by=world.post["hede"], at=NOW)
            rows = [opened(row) for row in Member.objects.order_by("pk")]
            lines = [(entry.kind, entry.actor, entry.organisation, entry.subject, entry.detail, entry.at)
                     for entry in Entry.objects.order_by("pk")[before:]]  # fmt: skip
            found: object = (rows, lines)
        except Problem:
            found = "refused"
        transaction.set_rollback(True)
    return found


def test_most_rows_of_a_clean_roster_go_the_quick_way(world: World) -> None:
    number = make_id("320924", dt.date(1975, 3, 1), 7, "male")
    values = {"name": "王芳", "id_number": number, "organisation": world.org["合德纺织"], "since": dt.date(2013, 1, 1)}
    assert row_of(MEMBERS, values, by=None, at=NOW).fact is None
