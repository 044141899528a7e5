"""A standing is granted by an entry and revoked by another; who holds what is asked for a day and a moment."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tests.world import NOW, TODAY, World
from zhijia.journal.queries import history_of, sentence_of
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.ledger.actions import grant_standing, revoke_standing
from zhijia.ledger.models import Entry, Revocation, Standing
from zhijia.ledger.queries.standings import held_on, holders, holdings_of

Enter = Callable[[World, str], Client]


def star(world: World, level: str = "two-star", on: dt.date = TODAY, at: dt.datetime = NOW, **more: object) -> Standing:
    """合德纺织 becomes a home of so many stars."""
    return grant_standing(
        holder=world.union["合德纺织"], kind="star", level=level, on=on, by=world.post["organiser"], at=at, **more
    )  # type: ignore[arg-type]


def levels(world: World, on: dt.date, known_at: dt.datetime | None = None) -> list[str]:
    """The stars 合德纺织 holds."""
    return [row.level for row in holdings_of(world.union["合德纺织"], on, kind="star", known_at=known_at)]


def test_a_star_is_held_from_its_day_to_its_end(county: World) -> None:
    """Not the day before, not on the day it runs out."""
    star(county, on=dt.date(2014, 1, 1), until=dt.date(2017, 1, 1))
    assert levels(county, dt.date(2013, 12, 31)) == []
    assert levels(county, dt.date(2014, 1, 1)) == levels(county, dt.date(2016, 12, 31)) == ["two-star"]
    assert levels(county, dt.date(2017, 1, 1)) == []


def test_a_higher_star_takes_the_place_of_the_lower(county: World) -> None:
    """One at a time; the lower one was held until then."""
    star(county, on=dt.date(2013, 1, 1))
    star(county, "three-star")
    assert levels(county, TODAY) == ["three-star"]
    assert levels(county, TODAY - dt.timedelta(days=1)) == ["two-star"]
    assert Entry.objects.filter(kind__in=("standing", "revocation"), at=NOW).count() == 3


def test_the_same_star_is_not_granted_twice(county: World) -> None:
    """The sentence says since when it is held."""
    star(county, on=dt.date(2014, 1, 1))
    with pytest.raises(Problem, match="自2014-01-01起已有“职工之家星级”二星"):
        star(county)


def test_revocation_is_an_entry_of_its_own(county: World) -> None:
    """What was known before it was written down stays answerable."""
    held = star(county, on=dt.date(2014, 1, 1), at=NOW - dt.timedelta(days=90))
    revoke_standing(standing=held, reason="动态复查不合格", on=dt.date(2014, 6, 1), by=county.post["chair"], at=NOW)
    assert levels(county, TODAY) == []
    assert levels(county, TODAY, known_at=NOW - dt.timedelta(days=1)) == ["two-star"]
    assert levels(county, dt.date(2014, 5, 31)) == ["two-star"]
    assert "原因：动态复查不合格" in sentence_of(history_of("ledger.standing", held.pk)[0])
    with pytest.raises(Problem, match="已于2014-06-01终止"):
        revoke_standing(standing=held, reason="再来一次", on=TODAY, by=None, at=NOW)


def test_revocation_needs_a_reason_and_a_right(county: World) -> None:
    """Nothing is written otherwise."""
    held = star(county)
    with pytest.raises(Problem, match="请写明撤销的原因"):
        revoke_standing(standing=held, reason=" ", on=TODAY, by=county.post["chair"], at=NOW)
    with pytest.raises(Refused):
        revoke_standing(standing=held, reason="不服", on=TODAY, by=county.post["neighbour"], at=NOW)
    assert not Revocation.objects.exists()


def test_words_nobody_knows_are_refused(county: World) -> None:
    """Kind and level come from the code lists, and a level belongs to its kind."""
    with pytest.raises(Problem, match="standing-kind"):
        grant_standing(holder=county.org["合德镇"], kind="medal", on=TODAY, by=None, at=NOW)
    with pytest.raises(Problem, match="没有等级“city”"):
        star(county, "city")


def test_a_form_sent_twice_grants_once(county: World) -> None:
    """The second answer is the first one; another thing under the same key is a conflict."""
    first = star(county, client_key="a1")
    assert star(county, client_key="a1").pk == first.pk
    assert Standing.objects.filter(kind="star").count() == 1
    with pytest.raises(Conflict, match="提交标识“a1”"):
        revoke_standing(standing=first, reason="x", on=TODAY, by=None, at=NOW, client_key="a1")


def test_holders_compile_to_one_condition(county: World) -> None:
    """Whom a condition `holds` finds is whom it holds for."""
    star(county)
    grant_standing(holder=county.members[0], kind="hardship-card", on=TODAY, by=None, at=NOW)
    assert [row["holder"] for row in holders("organising.union", "star", ["two-star"], TODAY)] == [
        county.union["合德纺织"].pk
    ]
    assert [row["holder"] for row in holders("organising.member", "hardship-card", [], TODAY)] == [county.members[0].pk]
    assert not holders("organising.union", "star", ["five-star"], TODAY).exists()
    assert held_on(TODAY).exclude(kind="honour").count() == 2


@pytest.mark.parametrize("statement", ["UPDATE {} SET name = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_a_change(county: World, statement: str) -> None:
    """Past the models, too."""
    held = star(county)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("ledger_standing"))
    with pytest.raises(Conflict, match="不能修改"):
        held.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.update(actor="别人")


def test_the_list_shows_each_his_own_and_nobody_a_pencil(county: World, enter: Enter) -> None:
    """The town sees its union's star, the next town does not; no page writes."""
    held = star(county)
    page = enter(county, "hede").get("/register/ledger.standing/").content.decode()
    assert "合德纺织" in page and "二星" in page
    assert "/register/ledger.standing/new/" not in page
    assert "合德纺织" not in enter(county, "siming").get("/register/ledger.standing/").content.decode()
    chair = enter(county, "chair")
    assert chair.get("/register/ledger.standing/new/").status_code == 403
    assert chair.get(f"/register/ledger.standing/{held.pk}/correct/").status_code == 403
    assert "二星" in chair.get(f"/register/ledger.standing/{held.pk}/").content.decode()
