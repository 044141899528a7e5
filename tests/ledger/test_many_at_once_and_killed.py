"""Sixty-four approvals against money for twenty; a process killed again and again. Each in a database of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.ledger.trials import APPROVALS, BATCHES, COVERED, PROCESSES

FULL = os.environ.get("ZHIJIA_TRIAL") == "full"
ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 50 if FULL else 3

pytestmark = [pytest.mark.trial, pytest.mark.django_db]


@pytest.fixture
def surroundings(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A home of its own and, on PostgreSQL, a database of its own."""
    found = {**os.environ, "ZHIJIA_HOME": str(tmp_path), "ZHIJIA_TODAY": "2014-07-10", "PYTHONPATH": "src"}
    if connection.vendor != "postgresql":
        found.pop("DATABASE_URL", None)
        yield found
        return
    import psycopg

    name, url = f"ledger_trial_{os.getpid()}", os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    found["DATABASE_URL"] = urlsplit(url)._replace(path=f"/{name}").geturl()
    # A pool does not outlive a fork; threads that share one would wait for each other here.
    found["ZHIJIA_DB_POOL"] = "8"
    yield found
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def run(surroundings: dict[str, str], *words: str) -> dict[str, Any]:
    """What the trial told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.trials", *words],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_exactly_as_many_are_approved_as_the_fund_covers(surroundings: dict[str, str]) -> None:
    """All at the same moment; the rest are told that the money is gone."""
    found = run(surroundings, "race")
    assert found["processes"] == [0] * PROCESSES
    assert found["approved"] == COVERED < APPROVALS
    assert found["left"] == 0
    assert found["altered"] == found["checker"] == []


def test_a_killed_process_loses_and_doubles_nothing(surroundings: dict[str, str]) -> None:
    """What was told as done is there once, under the number that was told, and the chain holds."""
    found = run(surroundings, "kill", str(ROUNDS), "2014")
    assert found["killed"] == ROUNDS and found["last"] == 0
    assert found["noted_twice"] == 0
    assert found["noted"] == BATCHES * 7
    assert (found["batches"], found["payments"], found["outcomes"]) == (BATCHES, BATCHES, BATCHES)
    assert found["steps"] == BATCHES * 5
    assert found["left"] == BATCHES // 2 * 100_000
    assert found["altered"] == found["checker"] == []
