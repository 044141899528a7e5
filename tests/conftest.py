"""Fixtures every room shares: the small world, a signed-in browser for each of its people, fixed keys and day."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db.backends.sqlite3.base import DatabaseWrapper as SqliteDatabase
from django.test import Client
from django.utils import translation

from tests.planned import circular, ordered, planned
from tests.world import World, fill, make_world
from zhijia.evidence import papers
from zhijia.journal import guard
from zhijia.papers.fonts import FontSet
from zhijia.papers.paper import Paper
from zhijia.papers.pdf import to_pdf

__all__ = ["circular", "ordered", "planned"]
PRINTED: dict[str, bytes] = {}
GUARDED = ("journal_entry", "cases_steprecord")


@pytest.fixture(scope="session", autouse=True)
def emptied_after_real_transactions() -> None:
    """Tests with real transactions empty every table; SQLite knows no TRUNCATE, so the journal's guard steps aside."""
    operations = SqliteDatabase.ops_class
    plain = operations.sql_flush

    def sql_flush(self: object, style: object, tables: list[str], **options: bool) -> list[str]:
        off = [line for table in GUARDED for line in guard.off("sqlite", table)]
        return [*off, *plain(self, style, tables, **options), *(s for t in GUARDED for s in guard.on("sqlite", t))]

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
