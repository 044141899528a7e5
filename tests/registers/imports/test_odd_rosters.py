"""Odd things of real sheets, one each: who is meant, which line is no person, which fault is named first."""

from pathlib import Path

import pytest
from django.utils.translation import override

from tests.registers.imports.sheets import HEAD, line, number, reasons, run, write_csv, write_xlsx
from tests.world import World
from zhijia.registers.organising.models import Member

BARE = [name for name in HEAD if name != "所在单位"]


def bare(seq: int) -> list[object]:
    return [cell for name, cell in zip(HEAD, line(seq), strict=True) if name != "所在单位"]


def units() -> list[str]:
    return [str(member.organisation) for member in Member.objects.order_by("pk").select_related("organisation")]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"姓名": "", "身份证号": ""}, "missing_name"),
        ({"身份证号": "无", "所在单位": "没有的厂"}, "missing_id"),
        ({"所在单位": "没有的厂", "入会日期": "去年"}, "unknown_union"),
        ({"身份证号": "123", "所在单位": "没有的厂", "入会日期": "去年"}, "bad_id_format"),
    ],
)
def test_of_several_faults_the_first_in_order_is_named(
    world: World, tmp_path: Path, cells: dict[str, str], reason: str
) -> None:
    tally, _ = run("members", write_csv(tmp_path / "a.csv", [HEAD, line(1, **cells)]))
    assert tally.rejected == {reason: 1}


def test_a_row_sent_back_does_not_hold_its_number(world: World, tmp_path: Path) -> None:
    rows = [HEAD, line(1, 所在单位="没有的厂"), line(2, 身份证号=number(1)), line(3, 身份证号=number(1))]
    assert reasons(run("members", write_csv(tmp_path / "a.csv", rows))[1]) == ["unknown_union", "", "duplicate_in_file"]


def test_a_section_of_an_unknown_unit_is_nobody_elses(world: World, tmp_path: Path) -> None:
    """Nor does a page's repeated title end the section that runs."""
    rows = [["海川县2014年工会会员花名册"], ["一、合德纺织有限公司工会"], BARE, bare(1), ["小计", "1人"],
            ["二、合德机械有限公司（2人）"], BARE, bare(2), ["海川县2014年工会会员花名册"], BARE, bare(3),
            ["三、没有的单位工会"], BARE, bare(4)]  # fmt: skip
    assert reasons(run("members", write_csv(tmp_path / "a.csv", rows))[1]) == ["", "", "", "unknown_union"]
    assert units() == ["合德纺织", "合德机械", "合德机械"]


def test_a_person_called_like_a_total_is_a_person(world: World, tmp_path: Path) -> None:
    rows = [HEAD, line(1, 姓名="王小计"), ["小计", "1人"], ["注", "1．身份证号填写18位"], ["", "合计", "1人"]]
    tally, _ = run("members", write_csv(tmp_path / "a.csv", rows))
    assert (tally.total, tally.accepted, Member.objects.get().name) == (1, 1, "王小计")


@pytest.mark.parametrize(
    "head",
    ["姓名,身份证件号码,所在工会,入会年月日", "员工姓名,身份证号/护照号,用工单位,批准入会时间",
     "会员姓名,有效证件号码,工会组织名称,入会"],
)  # fmt: skip
def test_further_wordings_of_the_head(world: World, tmp_path: Path, head: str) -> None:
    rows = [head.split(","), ["王芳", number(1), "合德纺织", "2013.5"]]
    assert reasons(run("members", write_csv(tmp_path / "a.csv", rows))[1]) == [""]


def test_the_column_of_the_union_goes_before_that_of_the_workplace(world: World, tmp_path: Path) -> None:
    rows = [["姓名", "工作单位", "身份证号", "所属工会", "入会日期"], ["王芳", "纺织三车间", number(1), "合德纺织", "2013.5"]]  # fmt: skip
    assert reasons(run("members", write_xlsx(tmp_path / "a.xlsx", {"a": rows}))[1]) == [""]


def test_semicolons_marks_and_lines_inside_cells(world: World, tmp_path: Path) -> None:
    text = (
        "\ufeff姓名;身份证号;所在单位;入会日期;备注\r\n"
        + f'"李\n强";{number(1)};合德纺织;41400;"第一行\n第二行; ""引号"""\r\n'
    )
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    assert reasons(run("members", path)[1]) == [""]
    stored = Member.objects.get()
    assert (stored.name, str(stored.joined_on)) == ("李强", "2013-05-06") and "引号" in stored.remark


def test_chinese_heads_are_known_to_an_officer_who_reads_english(county: World, tmp_path: Path) -> None:
    with override("en"):
        tally, _ = run("members", write_csv(tmp_path / "a.csv", [HEAD, line(1)]), dry=True)
    assert tally.accepted == 1
