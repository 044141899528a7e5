"""Lines of the journal can be neither changed nor deleted, and the page shows each officer the own part of the tree."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tests.world import NOW, World
from zhijia.journal.actions import record
from zhijia.journal.models import Entry

Enter = Callable[[World, str], Client]


@pytest.fixture
def entry(world: World) -> Entry:
    """One line about 合德纺织."""
    return record(
        kind="org.changed", by=world.post["clerk"], at=NOW, organisation=world.org["合德纺织"].pk,
        detail={"name": "合德纺织", "changes": "简称"},
    )  # fmt: skip


def test_the_database_refuses_a_change(entry: Entry) -> None:
    """Neither through the models nor past them."""
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(actor="别人")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE journal_entry SET kind = 'x'")
    assert Entry.objects.get(pk=entry.pk).actor == entry.actor


def test_the_database_refuses_a_deletion(entry: Entry) -> None:
    """Neither one line nor all."""
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.delete()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM journal_entry")
    assert Entry.objects.filter(pk=entry.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_tables_can_still_be_emptied_between_tests() -> None:
    """What follows a test with real transactions finds an empty, guarded journal."""
    record(kind="demo.made", by=None, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_the_guard_stands_after_emptying() -> None:
    """The emptying of the test before has put it back."""
    assert not Entry.objects.exists()
    made = record(kind="demo.made", by=None, at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        made.delete()


def test_events_are_told_in_sentences(world: World, entry: Entry, enter: Enter) -> None:
    """With who and when."""
    page = enter(world, "hede").get("/journal/").content.decode()
    assert "变更组织“合德纺织”：简称" in page
    assert "王芳" in page
    assert "2014-07-10 09:00" in page


def test_a_committee_sees_only_its_own_part(world: World, entry: Entry, enter: Enter) -> None:
    """The next town sees nothing of it."""
    assert "合德纺织" not in enter(world, "siming").get("/journal/").content.decode()


def test_events_are_found_by_kind_day_and_person(world: World, entry: Entry, enter: Enter) -> None:
    """Each filter alone."""
    client = enter(world, "chair")
    for asked, found in (
        ({"kind": "org.changed"}, True),
        ({"kind": "org.closed"}, False),
        ({"person": "王芳"}, True),
        ({"person": "李大鸣"}, False),
        ({"first": "2014-07-10", "last": "2014.7.10"}, True),
        ({"first": "20140711"}, False),
    ):
        assert ("变更组织“合德纺织”" in client.get("/journal/", asked).content.decode()) is found, asked


def test_a_clerk_has_no_journal(world: World, enter: Enter) -> None:
    """The permission table decides."""
    assert enter(world, "clerk").get("/journal/").status_code == 403
