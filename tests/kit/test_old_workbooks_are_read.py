"""Workbooks of old programs: .xls, and .et, which WPS writes in the same form. What is in them is read as from .xlsx."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from zhijia.kit.sheet import Column, open_sheets, read_date, read_tables

SAMPLE = Path(__file__).parent / "samples" / "roster.xls"
COLUMNS = (
    Column("name", "姓名", required=True),
    Column("unit", "单位名称", aliases=("所在单位",)),
    Column("joined_on", "入会日期"),
)


@pytest.mark.parametrize("ending", ["xls", "et", "xlsx"])
def test_a_roster_of_an_old_program_is_read_whatever_its_ending(tmp_path: Path, ending: str) -> None:
    """A title line, a head, three members with a day each; the hidden sheet of explanations stays out."""
    path = tmp_path / f"roster.{ending}"
    shutil.copy(SAMPLE, path)
    assert [sheet.name for sheet in open_sheets(path).sheets] == ["会员花名册"]
    (table,) = read_tables(path, COLUMNS)
    names, units, days = zip(*(row.cells for row in table.rows), strict=True)
    assert names == ("陈守正", "林知微", "欧阳若水")
    assert set(units) == {"合德纺织有限公司工会委员会", "合德机械有限公司工会委员会"}
    assert [read_date(day).value for day in days] == [
        dt.date(2012, 3, 1), dt.date(2013, 5, 20), dt.date(2014, 1, 6),
    ]  # fmt: skip
