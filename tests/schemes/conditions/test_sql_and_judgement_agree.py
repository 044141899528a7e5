"""The condition compiled to SQL says of every case what judging it alone says, gaps included, on every database."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings

from tests.schemes.conditions.tables import create, rows
from tests.schemes.conditions.trees import BOOK, FACTS, cases, trees
from zhijia.schemes.conditions import Condition
from zhijia.schemes.conditions.judging import holds
from zhijia.schemes.conditions.sql import Sql, compiled
from zhijia.schemes.conditions.surely import surely

CASES = cases(300)
Ask = Callable[[Sql], list[bool | None]]
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def house(db: None) -> Iterator[Ask]:
    """The database the tests run on: SQLite, or PostgreSQL."""
    table, filled = create("files", FACTS), rows(CASES, FACTS)
    with connection.cursor() as cursor:
        cursor.execute(table)
        cursor.executemany(f"INSERT INTO files VALUES ({', '.join(['%s'] * len(filled[0]))})", filled)

        def ask(sql: Sql) -> list[bool | None]:
            cursor.execute(f"SELECT {sql.text} FROM files ORDER BY number", sql.params)
            return [None if row[0] is None else bool(row[0]) for row in cursor.fetchall()]

        yield ask
        cursor.execute("DROP TABLE files")


@pytest.fixture
def duck() -> Ask:
    """DuckDB, on which rules are rehearsed."""
    duckdb = pytest.importorskip("duckdb")
    known = duckdb.connect()
    known.execute(create("files", FACTS))
    filled = rows(CASES, FACTS)
    known.executemany(f"INSERT INTO files VALUES ({', '.join(['?'] * len(filled[0]))})", filled)

    def ask(sql: Sql) -> list[bool | None]:
        text = f"SELECT {sql.text} FROM files ORDER BY number".replace("%s", "?")
        return [row[0] for row in known.execute(text, sql.params).fetchall()]

    return ask


def agrees(condition: Condition, ask: Ask) -> None:
    """Case by case, the two say the same."""
    told = ask(compiled(condition, BOOK))
    judged = [holds(condition, case, BOOK) for case in CASES]
    differing: list[Any] = [
        (at, one, two) for at, (one, two) in enumerate(zip(told, judged, strict=True)) if one is not two
    ]
    assert differing == []


@QUICK
@given(condition=trees())
def test_on_the_database_of_the_house(condition: Condition, house: Ask) -> None:
    """Any tree over cases with gaps."""
    agrees(condition, house)


@QUICK
@given(condition=trees())
def test_on_duckdb(condition: Condition, duck: Ask) -> None:
    """The same text."""
    agrees(condition, duck)


@QUICK
@given(condition=trees())
def test_the_two_halves_on_the_database_of_the_house(condition: Condition, house: Ask) -> None:
    """What surely holds and what surely does not; the rest is open."""
    for so in (True, False):
        told = house(surely(condition, BOOK, so=so))
        assert [one is True for one in told] == [holds(condition, case, BOOK) is so for case in CASES]


def test_the_cases_have_every_answer() -> None:
    """Otherwise the property would prove little."""
    income = Condition.model_validate({"field": "income", "lt": 800})
    since = Condition.model_validate({"field": "since", "ge": dt.date(2013, 8, 20)})
    for condition in (income, since):
        assert {holds(condition, case, BOOK) for case in CASES} == {True, False, None}
