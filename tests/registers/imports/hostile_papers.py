"""The sheets of a second kind of messy roster: heads in two rows merged across and down, unions said by a title, the name
of the sheet, merged cells or lines between the rows, sheets that are no rosters, text files in five dresses.
"""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from tests.registers.imports.hostile_people import UNIONS, Formula, Maker, Number, Person

Line = list[Any] | Person
HEADS = {
    "name": ("姓名", "会员姓名", "姓　名", "职工姓名", "姓名*"), "sex": ("性别", "性 别"),
    "number": ("身份证号", "公民身份号码", "证件号码", "居民身份证号码", "身份证号码（18位）", "身份证\n号码"),
    "union": ("所在单位", "工作单位", "所属工会", "单位名称", "基层工会名称"), "joined": ("入会时间", "入会日期", "入会年月", "加入工会时间"),
    "phone": ("联系电话", "手机号码", "手机", "电话"), "remark": ("备注", "备 注"),
}  # fmt: skip
TITLES = (
    "{0}会员花名册",
    "{0}2014年会员名册",
    "填报单位（盖章）：{0}",
    "单位：{0}",
    "{0}会员信息采集表（2014年6月）",
    "附件1：{0}会员登记表",
)


class Paper:
    """The sheets of one file. `manner`: column, merged, title, sheet or lines."""

    def __init__(self, maker: Maker, manner: str, size: int, *, book: bool) -> None:
        self.maker, self.draw, self.manner, self.size, self.book = maker, maker.draw, manner, size, book
        order = ["name", "sex", "number", "union", "joined", "phone", "remark"]
        if self.draw.random() < 0.4:
            order[1:6] = self.draw.sample(order[1:6], 5)
        self.keys = ["", *[key for key in order if key != "union" or manner in ("column", "merged")]]
        self.head = ["序号", *[self.draw.choice(HEADS[key]) for key in self.keys[1:]]]
        self.double = book and self.draw.random() < 0.5
        self.first = self.draw.choice((0, 0, 1, 2)) if book else 0
        self.merges: list[tuple[str, int, int, int, int]] = []
        self.people: list[Person] = []
        self.run, self.held = 0, ""

    def sheets(self) -> dict[str, list[Line]]:
        parts = self.draw.choice((1, 2, 4)) if self.book else 1
        codes = self.draw.sample(list(UNIONS), parts)
        found: dict[str, list[Line]] = {}
        for at, code in enumerate(codes):
            name = self.draw.choice(
                [
                    word
                    for word in UNIONS[code]
                    if "　" not in word and not word[0].isdigit() and "３" not in word and "\u200b" not in word
                ]
            )
            sheet = name if self.manner == "sheet" else f"表{at + 1}"
            found[sheet] = self.lines(sheet, name, self.size // parts)
        if self.book and self.draw.random() < 0.5:
            found["填表说明"] = [["填写说明"], ["1. 请如实填写"], ["2. 身份证号须为18位"]]
        return found

    def lines(self, sheet: str, union: str, count: int) -> list[Line]:
        """Title, head, persons, what stands between and below."""
        lines = self.opening(union)
        lines += self.heads(sheet, len(lines))
        self.run, self.held = 0, ""
        for at in range(count):
            if self.manner == "lines" and at % 25 == 0:
                self.section(sheet, lines, strange=at > 0)
            if self.draw.random() < 0.04 and self.run == 0:
                lines.append(self.between(at))
            made = self.maker.one()
            if self.manner == "merged":
                self.merged(sheet, made, len(lines) + 1, count - at)
            self.settle(made)
            lines.append(made)
            made.at = (sheet, len(lines))
        end: list[Line] = [["合计", "", f"{count}人"], ["填表人：张会计", "", "", "审核人：李主席", "", "2014年6月30日"], ["注：身份证号请核对"]]  # fmt: skip
        return lines + end[: self.draw.randrange(4)]

    def opening(self, union: str) -> list[Line]:
        """What stands above the head."""
        titled = self.draw.choice(TITLES).format(union)
        lines: list[Line] = [[titled] if self.manner == "title" else ["全县工会会员实名制花名册"]]
        if self.draw.random() < 0.5:
            lines.append(["填表日期：2014年6月", "", "", "单位：人"])
        if self.draw.random() < 0.3:
            lines.append([])
        return lines

    def section(self, sheet: str, lines: list[Line], *, strange: bool) -> None:
        """A line over the whole width that names the union of the rows below, or one nobody knows."""
        self.held = self.draw.choice([*UNIONS, "strange"] if strange else list(UNIONS))
        lines.append([self.draw.choice(UNIONS[self.held][:2]) if self.held in UNIONS else "海洋渔业有限公司工会"])
        self.merges.append((sheet, len(lines), self.first, len(lines), self.first + len(self.keys) - 1))

    def between(self, at: int) -> list[Any]:
        """A line that is no person."""
        return self.draw.choice([["", "小计", "", f"{at}人"], ["本页小计：", at], [], list(self.head), ["合计", at], ["", "", ""], ["累计", "", "", at]])  # fmt: skip

    def merged(self, sheet: str, made: Person, row: int, left: int) -> None:
        """The union stands in the first row of a run, in a cell merged over all of it."""
        made.cells["union"] = None
        if self.run == 0:
            self.run = min(self.draw.randrange(2, 9), left)
            made.cells["union"] = self.draw.choice(UNIONS[self.draw.choice(list(UNIONS))])
            column = self.first + self.keys.index("union")
            self.merges.append((sheet, row, column, row + self.run - 1, column))
        self.run -= 1

    def settle(self, made: Person) -> None:
        """The verdict that where the union stands, and the whole file, make of it."""
        maker = self.maker
        if self.manner not in ("column", "merged"):
            made.cells.pop("union")
        if self.manner != "column" and made.reason == "unknown_union":
            made.reason = ""
        if self.manner == "lines" and self.held not in UNIONS:
            made.reason = made.reason if made.reason in BEFORE_UNION else "unknown_union"
        if not made.reason and made.eighteen in maker.held:
            made.reason = "duplicate_existing"
        if made.reason:
            made.warnings = set()
        else:
            maker.here.append(made.eighteen)
            made.warnings |= {"hidden_row"} if made.hidden and self.book else set()
        self.people.append(made)

    def heads(self, sheet: str, top: int) -> list[Line]:
        if not self.double:
            return [list(self.head)]
        upper, lower = list(self.head), [""] * len(self.head)
        group = self.draw.choice(
            (("基本情况", "sex", "number"), ("会员信息", "joined", "phone"), ("个人资料", "number", "joined"))
        )
        spots = sorted(self.keys.index(key) for key in group[1:])
        if spots[1] - spots[0] == 1:
            for spot in spots:
                lower[spot], upper[spot] = self.head[spot], group[0] if spot == spots[0] else ""
            self.merges.append((sheet, top + 1, self.first + spots[0], top + 1, self.first + spots[1]))
        for spot in range(len(self.head)):
            if not lower[spot]:
                self.merges.append((sheet, top + 1, self.first + spot, top + 2, self.first + spot))
        return [upper, lower]

    def row(self, line: Line, at: int) -> list[Any]:
        return [at if key == "" else line.cells.get(key) for key in self.keys] if isinstance(line, Person) else line


# Faults found in columns that stand before the union's, whatever their order in the sheet.
BEFORE_UNION = {
    "missing_name",
    "bad_name",
    "missing_id",
    "id_precision_lost",
    "bad_id_format",
    "bad_id_checksum",
    "bad_id_birthdate",
}


def make(seed: int, size: int, held: set[str], folder: Path) -> tuple[Path, list[Person]]:
    """One file and its people."""
    maker = Maker(seed, held)
    kind = maker.draw.choice(("xlsx", "xlsx", "xlsx", "csv", "csv"))
    if kind == "xlsx":
        paper = Paper(
            maker, maker.draw.choice(("column", "column", "merged", "title", "sheet", "lines")), size, book=True
        )
        path = folder / f"名册{seed}.xlsx"
        write_book(path, paper, paper.sheets())
    else:
        paper = Paper(maker, maker.draw.choice(("column", "title")), size, book=False)
        path = folder / f"名册{seed}.csv"
        sheets = paper.sheets()
        (lines,) = sheets.values()
        for made in paper.people:
            made.at = (path.stem, made.at[1])
        write_text(path, paper, lines)
    held |= set(maker.here)
    return path, paper.people


def write_text(path: Path, paper: Paper, lines: list[Line]) -> None:
    draw = paper.draw
    encoding, sign = draw.choice(
        (("utf-8", ","), ("utf-8-sig", ","), ("gb18030", ","), ("gb18030", "\t"), ("utf-16", "\t"), ("utf-8", ";"))
    )
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=sign)
        for at, line in enumerate(lines):
            writer.writerow([as_text(cell) for cell in paper.row(line, at)])


def as_text(cell: Any) -> str:
    if isinstance(cell, Formula):
        return as_text(cell.kept)
    if isinstance(cell, Number):
        return str(int(cell)) if abs(cell) < 1e15 else f"{cell:.5E}"
    if isinstance(cell, dt.datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell)


def write_book(path: Path, paper: Paper, sheets: dict[str, list[Line]]) -> None:
    with Workbook(str(path)) as book:
        day, edge = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"bg_color": "yellow"})
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, cell in enumerate(paper.row(line, at), start=paper.first):
                    put(sheet, at, column, cell, day)
                if isinstance(line, Person) and line.hidden:
                    sheet.set_row(at, None, None, {"hidden": True})
                if at % 60 == 5:
                    for column in range(20, 400):
                        sheet.write_blank(at, column, None, edge)
            for of, top, left, bottom, right in paper.merges:
                if of == name and (bottom > top or right > left):
                    cell = paper.row(lines[top - 1], 0)[left - paper.first]
                    sheet.merge_range(top - 1, left, bottom - 1, right, cell if cell is not None else "")


def put(sheet: Any, at: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, Formula):
        kept = float(cell.kept) if isinstance(cell.kept, Number) else cell.kept
        sheet.write_formula(at, column, cell.text, day if isinstance(kept, float) else None, kept)
    elif isinstance(cell, Number):
        sheet.write_number(at, column, float(cell))
    elif isinstance(cell, dt.date):
        sheet.write_datetime(
            at, column, cell if isinstance(cell, dt.datetime) else dt.datetime(cell.year, cell.month, cell.day), day
        )
    elif isinstance(cell, int):
        sheet.write_number(at, column, cell)
    elif cell:
        sheet.write_string(at, column, str(cell))
