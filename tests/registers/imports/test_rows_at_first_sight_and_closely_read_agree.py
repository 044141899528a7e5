"""A row of a roster read at first sight gives what reading it cell by cell gives, remark for remark, column for column."""

from pathlib import Path
from typing import Any

import pytest

from tests.registers.imports.messy import Roster, write
from tests.registers.imports.sheets import HEAD, line, run, write_csv
from tests.world import World
from zhijia.kit.identity.id_number import birth_date_at_first_sight, birth_date_of, is_id_number
from zhijia.registers.base.imports import quick
from zhijia.registers.base.imports.draft import Judged


def told(rows: list[Judged]) -> list[Any]:
    """Verdict, remarks, what was read and what will be written of every row."""
    return [
        (row.sheet, row.number, row.outcome, [(each.code, each.column, each.problem.sentence()) for each in row.reasons],
         row.draft.values.get("id_number"), row.draft.values.get("mobile"), row.draft.placed,
         row.draft.row and {key: value for key, value in row.draft.row.columns.items() if "sealed" not in key and key[:4] not in ("sear", "sort") and not key.endswith("_tail")})
        for row in rows
    ]  # fmt: skip


def both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Compare a dry run with one in which no row may go the quick way; how many rows went it."""
    quickly: list[object] = []
    draft = quick.Quick.draft

    def counting(self: quick.Quick, *words: Any) -> Any:
        made = draft(self, *words)
        quickly.append(made) if made is not None else None
        return made

    with monkeypatch.context() as patch:
        patch.setattr(quick.Quick, "draft", counting)
        first = told(run("members", path, dry=True)[1])
        patch.setattr(quick.Quick, "draft", lambda self, *words: None)
        closely = told(run("members", path, dry=True)[1])
    for one, other in zip(first, closely, strict=True):
        assert plain(one) == plain(other)
    return len(quickly)


def plain(row: Any) -> Any:
    """Columns the model fills by default are left out of a row read at first sight."""
    *words, columns = row
    if not columns:
        return words
    return [*words, {key: columns.get(key) for key in ("name", "sex", "birth_date", "joined_on", "since", "state", "id_digest", "organisation_id")}]  # fmt: skip


@pytest.mark.parametrize("seed", range(101, 105))
def test_messy_rosters(county: World, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert both_ways(write(Roster(county, seed, 300), tmp_path), monkeypatch) > 10


def test_a_clean_roster_goes_the_quick_way(county: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [
        line(61, 性别="女"),
        line(62, 入会日期="1970-01-01"),
        line(63, 联系电话="1391234567"),
        line(64, 备注="备" * 301),
    ]
    path = write_csv(tmp_path / "a.csv", [HEAD, *map(line, range(60)), *odd])
    assert both_ways(path, monkeypatch) == 59


@pytest.mark.parametrize("number", ["320924197503010012", "32092419750301001X", "110105194912310029", "１" * 18, "320924207503010012",
                                    "320924197502300014", "", "3209241975030100", "32092419750301A012", "320924197503010012 "])  # fmt: skip
def test_a_number_passes_at_first_sight_only_when_it_is_valid(number: str) -> None:
    born = birth_date_at_first_sight(number)
    assert (born is not None) == is_id_number(number)
    assert born is None or born == birth_date_of(number)
