"""For every shipped edition: SQL and case-by-case agree on verdict and sum; the suggested change flips, no smaller one does."""

import os
import random
from itertools import combinations
from typing import Any

import pytest
from django.db import connection

from tests.schemes.conditions.tables import create, rows
from tests.schemes.grants.editions import any_case, book, deciding
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.conditions import Rulebook
from zhijia.schemes.conditions.changes import changed, open_changes
from zhijia.schemes.conditions.reading import Known
from zhijia.schemes.conditions.sql import compiled
from zhijia.schemes.grants import decide, grants_of
from zhijia.schemes.grants.deciding import whole_rule
from zhijia.schemes.grants.rehearsal import outcome_of, question
from zhijia.schemes.grants.sql import fen_sql

EDITIONS = deciding()
NAMES = [edition.name for edition in EDITIONS]
FULL = os.environ.get("ZHIJIA_TRIAL") == "full"


def cases_of(edition: CaseEdition, count: int) -> list[Known]:
    """So many cases, always the same."""
    rng = random.Random(edition.name)
    return [any_case(dict(book(edition).facts), rng) for _ in range(count)]


def by_sql(edition: CaseEdition, cases: list[Known], known: Rulebook) -> list[tuple[bool | None, int | None]]:
    """Verdict and sum of every case in one question to the database."""
    rule, pays = whole_rule(edition), edition.grants[0].pays
    assert rule is not None and pays is not None
    verdict, fen, filled = compiled(rule, known), fen_sql(pays, known), rows(cases, known.facts)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS tried")
        cursor.execute(create("tried", known.facts))
        cursor.executemany(f"INSERT INTO tried VALUES ({', '.join(['%s'] * len(filled[0]))})", filled)
        cursor.execute(f"SELECT {verdict.text}, {fen.text} FROM tried ORDER BY number", verdict.params + fen.params)
        found = cursor.fetchall()
        cursor.execute("DROP TABLE tried")
    return [(None if one is None else bool(one), None if sum_ is None else int(sum_)) for one, sum_ in found]


@pytest.mark.django_db
@pytest.mark.parametrize("edition", EDITIONS, ids=NAMES)
def test_one_question_to_the_database_decides_as_case_by_case(edition: CaseEdition) -> None:
    """Verdict where it is settled by the rule, and the sum of whoever is granted."""
    known, cases = book(edition), cases_of(edition, 1500)
    told: list[Any] = []
    for case, (verdict, fen) in zip(cases, by_sql(edition, cases, known), strict=True):
        found = decide(edition, case, known)
        same = found.verdict is (None if verdict and fen is None else verdict)
        if not same or (found.verdict and found.fen != fen):
            told.append((case, found.kept(), verdict, fen))
    assert told == []
    assert {decide(edition, case, known).verdict for case in cases} == {True, False, None}


@pytest.mark.django_db
@pytest.mark.parametrize("edition", EDITIONS, ids=NAMES)
def test_a_rehearsal_counts_what_each_case_comes_to(edition: CaseEdition) -> None:
    """Granted, refused, open and the sum, in one question."""
    known, cases = book(edition), cases_of(edition, 800)
    filled, asked = rows(cases, known.facts), question(edition, known, "tried")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS tried")
        cursor.execute(create("tried", known.facts))
        cursor.executemany(f"INSERT INTO tried VALUES ({', '.join(['%s'] * len(filled[0]))})", filled)
        cursor.execute(asked.text, asked.params)
        found = outcome_of(cursor.fetchone())
        cursor.execute("DROP TABLE tried")
    decided = [decide(edition, case, known) for case in cases]
    verdicts = [one.verdict for one in decided]
    assert (found.granted, found.refused, found.open) == tuple(verdicts.count(one) for one in (True, False, None))
    assert found.fen == sum(one.fen for one in decided if one.verdict)


@pytest.mark.parametrize("edition", EDITIONS, ids=NAMES)
@pytest.mark.parametrize("count", [pytest.param(1000, marks=pytest.mark.trial)] if FULL else [120])
def test_the_suggested_change_flips_the_decision_and_no_smaller_one_does(edition: CaseEdition, count: int) -> None:
    """Exhaustively, against every smaller set of what the person may complete."""
    known, suggested, flips = book(edition), 0, []
    for case in cases_of(edition, count):
        found = grants_of(edition, case, known)
        if found.verdict:
            assert found.changes == ()
            continue
        size = len(found.changes[0]) if found.changes else 3
        suggested += bool(found.changes)
        flips += [decide(edition, changed(case, some), known).verdict for some in found.changes]
        smaller = [some for few in range(1, size) for some in combinations(open_changes(case, known), few)]
        assert [some for some in smaller if decide(edition, changed(case, some), known).verdict] == []
    assert all(flips)
    assert suggested > count // 20
