"""Every rule of the import policy for members, one bad row each: the reason is exact and the rest comes in."""

from pathlib import Path

import pytest

from tests.registers.imports.sheets import HEAD, line, number, reasons, run, write_csv, write_xlsx
from tests.world import World
from zhijia.registers.organising.models import Member

CASES = [
    ({"姓名": "无"}, "missing_name"),
    ({"姓名": "=王芳"}, "bad_name"),
    ({"身份证号": "—"}, "missing_id"),
    ({"身份证号": "3209241975030"}, "bad_id_format"),
    ({"身份证号": "320924********0012"}, "bad_id_format"),
    ({"身份证号": "320924197503011540"}, "bad_id_checksum"),
    ({"身份证号": "3.20924E+17"}, "id_precision_lost"),
    ({"所在单位": "合德纺织厂"}, "unknown_union"),
    ({"所在单位": "合德镇工会工作委员会"}, "unknown_union"),
    ({"入会日期": "2013-02-30"}, "bad_date"),
    ({"入会日期": "2014-07-11"}, "bad_date"),
    ({"入会日期": "1970.1"}, "bad_date"),
    ({"入会日期": "去年"}, "bad_date"),
    ({"入会日期": ""}, "missing_date"),
    ({"性别": "女"}, "sex_mismatch"),
    ({"身份证号": "320924750308777"}, "id_15_to_18"),
    ({"联系电话": "没有电话"}, "bad_phone"),
]


@pytest.mark.parametrize(("cells", "reason"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_each_fault_has_its_reason(world: World, tmp_path: Path, cells: dict[str, str], reason: str) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, line(1), line(2, **cells), line(3)])
    tally, rows = run("members", path)
    assert reasons(rows) == ["", reason, ""]
    assert [row.number for row in rows] == [2, 3, 4]
    assert tally.accepted == Member.objects.count()


def test_numbers_held_by_the_spreadsheet_are_lost_even_when_they_fit(world: World, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"名册": [HEAD, line(1, 身份证号=float(number(1)[:17] + "0")), line(2)]})
    assert reasons(run("members", path)[1]) == ["id_precision_lost", ""]


def test_the_first_of_two_wins_and_whoever_is_registered_stays(county: World, tmp_path: Path) -> None:
    known = county.members[0].id_number
    rows = [HEAD, line(1), line(2, 身份证号="'" + number(1).lower()), line(3, 身份证号=known), line(4, 身份证号=known)]
    tally, judged = run("members", write_csv(tmp_path / "a.csv", rows, "gb18030"))
    assert reasons(judged) == ["", "duplicate_in_file", "duplicate_existing", "duplicate_existing"]
    assert "第2行" in judged[1].draft.faults[0].problem.sentence()
    assert tally.rejected == {"duplicate_in_file": 1, "duplicate_existing": 2}


def test_dirt_is_cleaned_and_rare_things_stay(world: World, tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv",
        [HEAD, line(1, 姓名="古丽 •阿依", 身份证号=f'="{number(1)}"', 入会日期="41400", 联系电话="100-1234-5678/62345678"),
         line(2, 姓名="王 𠮷", 入会日期="2013.5", 备注="=1+1")],
    )  # fmt: skip
    run("members", path)
    first, second = Member.objects.order_by("pk")
    assert (first.name, first.id_number, str(first.joined_on), first.mobile) == (
        "古丽·阿依",
        number(1),
        "2013-05-06",
        "10012345678",
    )
    assert (second.name, str(second.joined_on), second.remark) == ("王𠮷", "2013-05-01", "=1+1")
    assert first.state == "ACTIVE" and first.sex == "1"


def test_hidden_rows_come_in_and_are_flagged(world: World, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"名册": [HEAD, line(1), line(2)]}, hidden=[2])
    assert reasons(run("members", path)[1]) == ["", "hidden_row"]
    assert Member.objects.count() == 2


def test_a_dry_run_tells_the_same_and_writes_nothing(county: World, tmp_path: Path) -> None:
    rows = [HEAD, line(1), line(2, 姓名=""), line(1), line(3, 入会日期="")]
    path = write_csv(tmp_path / "a.csv", rows)
    before = Member.objects.count()
    dry, seen = run("members", path, dry=True)
    assert Member.objects.count() == before
    real, again = run("members", path)
    assert dry.as_json() == real.as_json() and reasons(seen) == reasons(again)
    assert Member.objects.count() == before + 2
