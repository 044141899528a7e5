"""Fixtures every room shares: the small world, a signed-in browser for each of its people, fixed keys and day."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db.backends.postgresql.base import DatabaseWrapper as PostgresDatabase
from django.db.backends.sqlite3.base import DatabaseWrapper as SqliteDatabase
from django.test import Client
from django.utils import translation

from tests.planned import circular, ordered, planned
from tests.world import World, fill, make_world
from zhijia.evidence import papers
from zhijia.journal import guard
from zhijia.ledger import guard as ledger_guard
from zhijia.papers.fonts import FontSet
from zhijia.papers.paper import Paper
from zhijia.papers.pdf import to_pdf

__all__ = ["circular", "ordered", "planned"]
PRINTED: dict[str, bytes] = {}
GUARDED = ("journal_entry", "cases_steprecord")


@pytest.fixture(scope="session", autouse=True)
def emptied_after_real_transactions() -> None:
    """Tests with real transactions empty every table; the guards of journal, cases and ledger step aside for it."""
    _stepping_aside(SqliteDatabase.ops_class, "sqlite", GUARDED)
    # The guard of journal and cases lets PostgreSQL empty a table.
    _stepping_aside(PostgresDatabase.ops_class, "postgresql", ())


def _stepping_aside(operations: Any, vendor: str, guarded: Sequence[str]) -> None:
    plain = operations.sql_flush

    def sql_flush(self: object, style: object, tables: list[str], **options: bool) -> list[str]:
        off = [line for table in guarded for line in guard.off(vendor, table)]
        on = [line for table in guarded for line in guard.on(vendor, table)]
        flushed = plain(self, style, tables, **options)
        return [*off, *ledger_guard.off(vendor), *flushed, *on, *ledger_guard.on(vendor)]

    operations.sql_flush = sql_flush


@pytest.fixture(autouse=True)
def chinese() -> None:
    """Each test begins in Chinese, with no page kept from the test before."""
    translation.activate("zh-hans")
    cache.clear()


@pytest.fixture(autouse=True)
def plain_storage(settings: object) -> None:
    """Static addresses without a manifest and quick password hashes; neither is what is tested."""
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def same_paper_printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers of the shared world are laid out once in a run; that laying out anew gives the same is tested on its own."""

    def printed(paper: Paper, fonts: FontSet) -> bytes:
        known = repr((paper, fonts))
        if known not in PRINTED:
            PRINTED[known] = to_pdf(paper, fonts)
        return PRINTED[known]

    monkeypatch.setattr(papers, "to_pdf", printed)


@pytest.fixture
def world(db: None) -> World:
    """The county, its people, no facts."""
    return make_world()


@pytest.fixture
def county(db: None) -> World:
    """The county with its facts."""
    return fill(make_world())


@pytest.fixture
def enter(client: Client) -> Callable[[World, str], Client]:
    """Sign a person of the world in: enter(world, 'hede')."""

    def sign_in(world: World, key: str) -> Client:
        client.force_login(world.post[key].user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent
