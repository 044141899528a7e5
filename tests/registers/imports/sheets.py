"""Small rosters for the import tests, written as offices write them."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from tests.world import NOW
from zhijia.kit.identity.id_number import make_id
from zhijia.registers.base.imports.direct import import_file, look_at
from zhijia.registers.base.imports.draft import Judged
from zhijia.registers.base.imports.importing import register_key
from zhijia.registers.base.imports.tally import Tally
from zhijia.registers.base.register import register_of

HEAD = ("序号", "姓名", "性别", "身份证号", "所在单位", "入会日期", "联系电话", "备注")
UNION = "合德纺织有限公司工会"


def number(seq: int, sex: str = "male") -> str:
    """A valid number that the small world does not hold."""
    return make_id("320924", dt.date(1975, 3, 1) + dt.timedelta(days=seq), 77, sex)


def line(seq: int, **cells: Any) -> list[Any]:
    """A clean row of HEAD, some cells replaced by heading."""
    clean = dict(zip(HEAD, (seq, f"王小{'一二三四五六七八九'[seq % 9]}", "男", number(seq), UNION, "2013-05-06", "10012345678", ""), strict=True))  # fmt: skip
    return list((clean | cells).values())


def write_csv(path: Path, rows: Sequence[Sequence[Any]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_xlsx(path: Path, sheets: dict[str, Sequence[Sequence[Any]]], hidden: Sequence[int] = ()) -> Path:
    with Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(at, column, cell)
            for at in hidden:
                sheet.set_row(at, None, None, {"hidden": True})
    return path


def run(word: str, path: Path, *, dry: bool = False, by: Any = None, default: Any = None) -> tuple[Tally, list[Judged]]:
    """Import a file as the command does; the tally and every verdict."""
    seen: list[Judged] = []
    act = look_at if dry else import_file
    tally = act(register_of(register_key(word)), path, by=by, at=NOW, default=default, watch=seen.append)
    return tally, seen


def reasons(rows: Sequence[Judged]) -> list[str]:
    """For each row its first fault or warnings, '' when there is none."""
    return [row.draft.faults[0].counted_as if row.draft.faults else "+".join(w.code for w in row.draft.warnings) for row in rows]  # fmt: skip
