"""Recording in bulk: the same checks as one by one, all or nothing, a journal line for each fact."""

import datetime as dt
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from tests.world import NOW, World
from zhijia.journal.models import Entry
from zhijia.kit.identity.id_number import make_id
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.registers.base import bulk
from zhijia.registers.base.bulk import record_facts
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.models import Member

MEMBERS = register_of("organising.member")
BORN = dt.date(1970, 1, 1)


def people(world: World, count: int, union: str = "合德纺织") -> Iterator[dict[str, Any]]:
    for seq in range(count):
        number = make_id("320924", BORN + dt.timedelta(days=seq // 400), seq % 400, "male")
        yield {
            "organisation": world.org[union], "name": f"单国{'强明华'[seq % 3]}", "id_number": number,
            "joined_on": dt.date(2013, 1, 1), "since": dt.date(2013, 1, 1),
        }  # fmt: skip


def test_rows_come_out_as_if_recorded_one_by_one(world: World) -> None:
    seen: list[int] = []
    count = record_facts(
        MEMBERS, people(world, 2300), by=world.post["hede"], at=NOW, written=lambda facts: seen.append(len(facts))
    )
    assert count == Member.objects.count() == 2300
    assert seen == [1000, 1000, 300]
    one = Member.objects.latest("pk")
    assert "shan" in one.search and one.id_number.startswith("320924")
    line = Entry.objects.get(subject="organising.member", subject_id=one.pk)
    assert line.detail["name"] == one.name and line.kind == "fact.recorded"


def test_one_bad_row_is_named_and_nothing_is_kept(world: World) -> None:
    rows = [*people(world, 3), {**next(people(world, 1)), "name": "王芳", "id_number": "320924199001010013"}]
    with pytest.raises(Problem) as refusal:
        record_facts(MEMBERS, rows, by=None, at=NOW)
    assert str(refusal.value).startswith("第4行“王芳”：身份证号")
    assert not Member.objects.exists()
    assert not Entry.objects.exists()


def test_a_repeated_person_is_refused(world: World) -> None:
    with pytest.raises(Conflict) as refusal:
        record_facts(MEMBERS, [*people(world, 2), *people(world, 1)], by=None, at=NOW)
    assert "重复" in str(refusal.value)
    assert not Member.objects.exists()


def test_a_stranger_may_not_write_in_bulk(world: World) -> None:
    with pytest.raises(Refused):
        record_facts(MEMBERS, people(world, 2), by=world.post["siming"], at=NOW)
    assert not Member.objects.exists()


def test_rows_do_not_cost_a_query_each(world: World, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(100):
        record_facts(MEMBERS, people(world, 2000), by=world.post["hede"], at=NOW)


def test_memory_does_not_grow_with_the_number_of_rows(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "ROWS_PER_BATCH", 200)
    record_facts(MEMBERS, people(world, 1), by=None, at=NOW)
    Member.objects.all().delete()
    peaks = []
    for count in (500, 1500):
        tracemalloc.start()
        record_facts(MEMBERS, people(world, count), by=None, at=NOW)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        Member.objects.all().delete()
    assert peaks[1] < peaks[0] * 1.3
