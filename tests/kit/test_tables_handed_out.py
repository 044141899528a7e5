"""Tables and forms go out as an office accepts them, run nothing, and come back to the same columns."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.kit.rosters import COLUMNS, names
from zhijia.kit.sheet import (
    Column,
    Frame,
    neutralise,
    open_sheets,
    read_tables,
    template_of,
    write_errors,
    write_table,
    write_template,
)

GROUPED = (
    Column("committee", "单位"),
    Column("target", "目标", kind="number", group="建会"),
    Column("done", "完成", kind="number", group="建会"),
    Column("paid", "经费", kind="money"),
    Column("on", "日期", kind="date"),
)
NASTY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]


def first_sheet(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


def test_a_table_is_laid_out_as_offices_expect(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    frame = Frame("射阳县总工会", "2014-06-30", "人、万元", ("", 3, 1, 150, None), signed=True, notes=("按季填报。",))
    assert write_table(path, "建会进度表", GROUPED, [("合德镇", 3, 1, 150, date(2014, 6, 30))], frame) == 1
    sheet = first_sheet(path)
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["建会进度表"]
    assert rows[1] == ["填报单位（盖章）：射阳县总工会", "填报日期：2014-06-30", "单位：人、万元"]
    assert rows[2] == ["序号", "单位", "建会", "经费", "日期"]
    assert rows[3] == ["目标", "完成"]
    assert rows[4][:5] == [1, "合德镇", 3, 1, 1.5]
    assert rows[5][0] == "合计"
    assert rows[6][0].startswith("单位负责人：")
    assert rows[8] == ["1．按季填报。"]
    assert {str(merge) for merge in sheet.merged_cells.ranges} >= {"A1:F1", "C3:D3", "A3:A4"}
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_codes_keep_every_digit(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_table(path, "名册", COLUMNS, [("王芳", "320924199001010012", "海通公司", None, "女")])
    cell = first_sheet(path)["C4"]
    assert (cell.value, cell.number_format, cell.data_type) == ("320924199001010012", "@", "s")


def test_nothing_handed_out_runs(tmp_path: Path) -> None:
    table, errors = tmp_path / "t.xlsx", tmp_path / "e.xlsx"
    column = [Column("remark", "备注")]
    write_table(table, "表", column, [(text,) for text in NASTY])
    write_errors(errors, "表", column, [((text,), text) for text in NASTY])
    for path in (table, errors):
        cells = [cell for row in first_sheet(path).iter_rows(min_row=4) for cell in row[1:] if cell.value]
        assert len(cells) >= len(NASTY)
        assert all(cell.data_type == "s" and cell.value.startswith("'") for cell in cells)


@given(st.text() | st.integers() | st.none())
def test_neutral_text_never_starts_a_formula(value: object) -> None:
    safe = neutralise(value)
    if isinstance(value, str):
        assert isinstance(safe, str)
        assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert safe.removeprefix("'") == value.removeprefix("'")
    else:
        assert safe is value


def test_a_table_may_be_written_to_memory_and_be_empty() -> None:
    target = BytesIO()
    assert write_table(target, "空表", COLUMNS, []) == 0
    assert target.getvalue().startswith(b"PK")


def test_bad_rows_go_back_with_their_reason_and_can_be_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "e.xlsx"
    rows = [(("王芳", 3.2e17, "海通公司", "2014.5", "女"), "身份证号末几位已丢失，请按文本格式重填。")]
    assert write_errors(path, "会员花名册（错误行）", COLUMNS, rows) == 1
    head = [cell.value for cell in first_sheet(path)[3]]
    assert head[-1] == "错误说明"
    assert first_sheet(path)["G4"].value.startswith("身份证号末几位")
    assert names(path) == ["王芳"]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The empty form for members."""
    path = tmp_path / "form.xlsx"
    write_template(path, "会员花名册", COLUMNS, template_id="members:1", notes=["每人一行。"])
    return path


def test_the_form_has_stars_choices_sample_and_a_locked_head(form: Path) -> None:
    book = load_workbook(form, rich_text=True)
    sheet = book.worksheets[0]
    assert [str(cell.value) for cell in sheet[3]] == ["序号", "*姓名", "*身份证号", "工作单位", "入会时间", "性别"]
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ["'代码'!$F$1:$F$2"]
    assert book["代码"].sheet_state == "hidden"
    assert sheet.protection.sheet
    assert sheet["B3"].protection.locked
    assert not sheet.column_dimensions["B"].protection.locked
    assert book["填表说明"]["A3"].value == "3．每人一行。"


def test_the_sample_row_is_not_imported(form: Path) -> None:
    assert template_of(open_sheets(form).names) == "members:1"
    assert names(form) == []


def test_a_filled_form_comes_back_even_with_renamed_heads(form: Path, tmp_path: Path) -> None:
    book = load_workbook(form)
    sheet = book.worksheets[0]
    sheet["B3"], sheet["C3"] = "谁", "号码"
    sheet["B5"], sheet["C5"], sheet["F5"] = "王芳", "320924199001010012", "女"
    book.save(tmp_path / "filled.xlsx")
    [table] = read_tables(tmp_path / "filled.xlsx", COLUMNS)
    assert [row.cells for row in table.rows] == [("王芳", "320924199001010012", "", "", "女")]
    assert table.skipped == {"sample": 1}


def test_a_form_whose_columns_were_moved_is_still_known(form: Path, tmp_path: Path) -> None:
    book = load_workbook(form)
    sheet = book.worksheets[0]
    for name, place in (("zhijia_column_name", "$H$3"), ("zhijia_column_id_number", "$G$3")):
        book.defined_names[name].attr_text = f"'表1'!{place}"
    sheet["H5"], sheet["G5"] = "王芳", "320924199001010012"
    book.save(tmp_path / "moved.xlsx")
    [table] = read_tables(tmp_path / "moved.xlsx", COLUMNS)
    assert [row.cells[:2] for row in table.rows] == [("王芳", "320924199001010012")]
