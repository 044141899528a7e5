"""Every good row of a messy roster is found, with the row number the office sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.rosters import COLUMNS, HEAD, names, save, tables
from zhijia.kit.bad_input import BadInput
from zhijia.kit.sheet import Column, read_tables

WANG = [1, "王芳", "320924199001010012", "海通公司", "2014.5"]
LI = [2, "李强", "11010519491231002X", "海通公司", "2014.6"]


def test_titles_above_the_head_are_kept_and_row_numbers_are_the_offices(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx", {"花名册": [["海通公司工会会员花名册"], [], ["填报单位：海通公司"], HEAD, WANG, LI]}
    )
    [(table, rows)] = tables(path)
    assert table.titles == ("海通公司工会会员花名册", "填报单位:海通公司")
    assert rows == [(*WANG[1:], ""), (*LI[1:], "")]
    assert [row.number for table in read_tables(path, COLUMNS) for row in table.rows] == [5, 6]
    assert table.missing == ()


@pytest.mark.parametrize(
    "head",
    [
        ["序号", "职工姓名", "公民身份号码", "所在单位"],
        ["序号", "姓 名", "证件号码（18位）", "工作单位*"],
        ["序号", "＊姓名：", "身份证号码\n", "单位"],
    ],
)
def test_heads_are_known_by_any_usual_wording(tmp_path: Path, head: list[str]) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [head, [1, "王芳", "320924199001010012", "海通公司"]]})
    [(_, rows)] = tables(path)
    assert rows == [("王芳", "320924199001010012", "海通公司", "", "")]


def test_two_row_heads_with_groups(tmp_path: Path) -> None:
    upper = ["序号", "个人情况", "", "", "工作单位", "入会"]
    lower = ["", "姓名", "性别", "证件号码", "", "时间"]
    data = [1, "王芳", "女", "320924199001010012", "海通公司", "2014-05-01"]
    path = save(
        tmp_path / "a.xlsx",
        {"a": [["花名册"], upper, lower, data]},
        merges=["A1:F1", "A2:A3", "B2:D2", "E2:E3"],
    )
    [(_, rows)] = tables(path)
    assert rows == [("王芳", "320924199001010012", "海通公司", "2014-05-01", "女")]


def test_repeated_heads_totals_signatures_and_notes_are_no_rows(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx",
        {
            "a": [
                HEAD,
                ["示例", "张三", "320924199001010012", "某公司", "2014.1"],
                WANG,
                ["小计", "", "", "1人", ""],
                HEAD,
                LI,
                ["", "东区小计", "", "", ""],
                ["合计", 2, "", "", ""],
                ["填表人：赵某", "", "审核人：", "", ""],
                ["填表说明"],
                ["", "1．身份证号填写18位。"],
            ]
        },
    )
    [(table, _)] = tables(path)
    assert names(path) == ["王芳", "李强"]
    assert table.skipped == {"sample": 1, "total": 3, "head": 1, "tail": 3}


def test_a_second_head_may_put_the_columns_elsewhere(tmp_path: Path) -> None:
    moved = ["身份证号", "姓名", "工作单位", "入会时间"]
    path = save(tmp_path / "a.xlsx", {"a": [HEAD, WANG, [], moved, ["11010519491231002X", "李强", "", ""]]})
    [(_, rows)] = tables(path)
    assert [row[:2] for row in rows] == [("王芳", "320924199001010012"), ("李强", "11010519491231002X")]


def test_the_unit_may_stand_in_a_line_above_its_rows(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx",
        {"a": [["花名册"], HEAD[:3], ["四明镇第一工会"], WANG[:3], ["四明镇第二工会"], LI[:3]]},
        merges=["A3:C3", "A5:C5"],
    )
    [table] = read_tables(path, COLUMNS)
    assert [(row.cells[0], row.section) for row in table.rows] == [
        ("王芳", "四明镇第一工会"),
        ("李强", "四明镇第二工会"),
    ]


def test_merged_columns_and_same_as_above_are_filled_down(tmp_path: Path) -> None:
    rows = [HEAD, WANG, [2, "李强", "1", "", "同上"], [3, "赵云", "2", "", "〃"], [4, "孙权", "3", "合德公司", ""]]
    path = save(tmp_path / "a.xlsx", {"a": rows}, merges=["D2:D4"])
    [(_, cells)] = tables(path)
    assert [row[2:4] for row in cells] == [
        ("海通公司", "2014.5"),
        ("海通公司", "2014.5"),
        ("海通公司", "2014.5"),
        ("合德公司", ""),
    ]


def test_hidden_rows_are_read_and_flagged(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [HEAD, WANG, LI]}, hidden=[3])
    [table] = read_tables(path, COLUMNS)
    assert [row.hidden for row in table.rows] == [False, True]


def test_all_sheets_are_read_and_sheets_without_a_table_left_alone(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx", {"说明": [["请认真填写"]], "东区工会": [HEAD, WANG], "西区工会": [["表"], HEAD, LI]}
    )
    assert [table.sheet for table, _ in tables(path)] == ["东区工会", "西区工会"]
    assert names(path) == ["王芳", "李强"]


def test_a_row_with_a_name_alone_is_still_a_row(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [HEAD[1:], WANG[1:], ["李强"]]})
    assert names(path) == ["王芳", "李强"]


def test_a_missing_required_column_is_named(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [["姓名", "工作单位"], ["王芳", "海通公司"]]})
    [(table, _)] = tables(path)
    assert [column.label for column in table.missing] == ["身份证号"]


def test_the_wrong_sheet_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [["物资", "数量"], ["桌子", 3]]})
    with pytest.raises(BadInput, match="姓名、身份证号") as refused:
        names(path)
    assert refused.value.code == "no_head"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_files_of_any_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [["花名册"], HEAD, [1, "王䶮", "320924199001010012", '"海通，公司"', "2014.5"]]
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(delimiter.join(map(str, line)) for line in lines), encoding=encoding)
    [(table, rows)] = tables(path)
    assert table.sheet == "a"
    assert rows == [("王䶮", "320924199001010012", "海通，公司", "2014.5", "")]


def test_a_list_of_units_keeps_a_unit_that_has_only_its_name(tmp_path: Path) -> None:
    columns = (Column("title", "单位名称", required=True), Column("staff", "职工人数", kind="number"))
    rows = [["单位名称", "职工人数"], ["海通公司", 12], ["示例纺织公司"], ["合德镇第二工会"], ["合计", 12]]
    path = save(tmp_path / "a.xlsx", {"a": rows})
    [table] = read_tables(path, columns)
    assert [row.cells for row in table.rows] == [("海通公司", 12), ("示例纺织公司", ""), ("合德镇第二工会", "")]


def test_numbered_lines_left_empty_are_no_rows(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", {"a": [HEAD, WANG, [2], [3, None, "", " "], LI]})
    assert names(path) == ["王芳", "李强"]


def test_a_repeated_head_is_known_by_its_own_odd_wording(tmp_path: Path) -> None:
    odd = ["序号", "姓 名", "身份证号码(18位)", "单 位", "入会时间"]
    path = save(tmp_path / "a.xlsx", {"a": [odd, WANG, odd, LI]})
    assert names(path) == ["王芳", "李强"]
