"""`zhijia import`: one JSON object with counts, samples and a line for each row; refusals in one sentence."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.registers.imports.sheets import HEAD, line, number, write_csv
from tests.world import World
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.organising.models import Member


def told(*words: str, **options: Any) -> dict[str, Any]:
    out = io.StringIO()
    call_command("import", *words, json=True, stdout=out, **options)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_dry_and_real_agree(county: World, tmp_path: Path) -> None:
    path = str(write_csv(tmp_path / "名册.csv", [HEAD, line(1), line(2, 姓名=""), line(1), line(4, 入会日期="")]))
    before = Member.objects.count()
    dry = told("members", path, dry_run=True)
    assert Member.objects.count() == before and not ImportBatch.objects.exists()
    assert dry == told("members", path)
    assert Member.objects.count() == before + 2
    assert (dry["file_level"], dry["rows_total"], dry["accepted"]) == ("ok", 4, 2)
    assert dry["rejected"] == {"duplicate_in_file": 1, "missing_name": 1} and dry["warnings"] == {"missing_date": 1}
    assert dry["samples"][0] == {"name": "王小二", "id_number": number(1), "gender": "男", "birth_date": "1975-03-02",
                                 "union_code": "320924400001", "join_date": "2013-05-06", "phone": "10012345678"}  # fmt: skip
    assert dry["rows"][1] == {
        "sheet": "名册",
        "row": 3,
        "outcome": "rejected",
        "reason": "missing_name",
        "warnings": [],
    }
    assert ImportBatch.objects.get().state == "committed"


def test_in_the_name_of_somebody(county: World, tmp_path: Path) -> None:
    path = str(write_csv(tmp_path / "a.csv", [HEAD, line(1), line(2, 所在单位="四明木业")]))
    found = told("organising.member", path, username="hede", dry_run=True)
    assert found["rejected"] == {"out_of_scope": 1} and "*" in found["samples"][0]["id_number"]


@pytest.mark.parametrize(
    ("content", "level"),
    [(b"", "unreadable"), (b"PK\x03\x04" + b"\0" * 99, "corrupt"), ("天气,晴\n".encode(), "unreadable")],
)
def test_refused_files(county: World, tmp_path: Path, content: bytes, level: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    before = Member.objects.count()
    with pytest.raises(SystemExit):
        call_command("import", "members", str(path), json=True, stdout=out, stderr=err)
    assert json.loads(out.getvalue())["file_level"] == level and json.loads(out.getvalue())["accepted"] == 0
    assert err.getvalue().strip().endswith("。") and err.getvalue().count("\n") == 1
    assert Member.objects.count() == before and not ImportBatch.objects.exists()


def test_wrong_words(county: World, tmp_path: Path) -> None:
    path = str(write_csv(tmp_path / "a.csv", [HEAD, line(1)]))
    for words, options in ((("memberz", path), {}), (("members", "/nowhere.csv"), {}), (("members", path), {"org": "x"}),
                           (("members", path), {"username": "nobody"}), (("members", path), {"username": "shop"})):  # fmt: skip
        err = io.StringIO()
        with pytest.raises(SystemExit):
            call_command("import", *words, **options, stderr=err)
        assert err.getvalue().strip().endswith("。")
