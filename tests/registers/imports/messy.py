"""Rosters as messy as offices send them, made from a seed with the verdict of every row known beforehand.

The verdicts come from the import policy; none is asked of the importer. Not tried here: old workbooks, numbers
held as numeric cells, telephones that cannot be read, and a repeated number whose first row was sent back.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.registers.imports.sheets import write_csv
from tests.world import World

WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
UNIONS = ("合德纺织", "合德机械", "合德商贸", "四明木业", "四明化工", "实验小学")
ID_HEADS = ("身份证号", "身份证号码", "公民身份号码", "证件号码", "身 份 证 号")
UNION_HEADS = ("所在单位", "工作单位", "所属工会", "单位名称")
DATE_HEADS = ("入会日期", "入会时间", "加入工会时间")
PHONE_HEADS = ("联系电话", "手机号码", "手机号", "电话")
BEFORE, AFTER = dt.date(1900, 1, 1), dt.date(2014, 7, 10)


def checked(body: str) -> str:
    """Seventeen digits and the check character that belongs to them."""
    return body + CHECKS[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


@dataclass
class Row:
    """Cells by kind and the verdict: the reason it is sent back or '', and its warnings."""

    name: Any
    sex: Any
    number: Any
    union: Any
    joined: Any
    phone: Any
    remark: Any = ""
    reason: str = ""
    warnings: set[str] = field(default_factory=set)
    hidden: bool = False
    at: tuple[str, int] = ("", 0)


class Roster:
    """A file of `size` persons; `rows` holds the gold after `write`."""

    def __init__(self, world: World, seed: int, size: int) -> None:
        """`known` are numbers registered before this file."""
        self.draw, self.size, self.world = Random(seed), size, world
        self.known = [member.id_number for member in world.members]
        self.used: list[str] = []
        self.serial = seed * 5_000
        self.rows: list[Row] = []
        self.last = ("", 0)

    def body(self) -> tuple[str, dt.date, bool]:
        """An unused number without its check character, the day of birth, and whether a woman's."""
        self.serial += 1
        born = dt.date(1955, 1, 1) + dt.timedelta(days=self.serial % 13_000)
        woman = self.draw.random() < 0.5
        order = (self.serial // 13_000 * 2 + (0 if woman else 1)) % 1000
        return f"{320000 + 900 + self.draw.choice((21, 24, 81))}{born:%Y%m%d}{order:03d}", born, woman

    def person(self) -> Row:
        """A clean person in clean words."""
        body, _, woman = self.body()
        name = (
            self.draw.choice("王李张刘陈杨赵黄")
            + self.draw.choice("建秀志海玉文")
            + self.draw.choice(("", "英", "军", "华"))
        )
        return Row(
            name,
            "女" if woman else "男",
            checked(body),
            self.union(),
            "2012-03-05",
            f"138{self.draw.randrange(10**8):08d}",
        )

    def union(self) -> str:
        """A union by one of the names it may be called."""
        node = self.world.org[self.draw.choice(UNIONS)]
        plain = node.name.removesuffix("工会委员会")
        return self.draw.choice(
            (node.name, plain, plain + "工会", node.short_name, f" {plain[:2]} {plain[2:]}　", node.code)
        )

    def one(self) -> Row:
        """A person with the mess of life."""
        row = self.person()
        self.harmless(row)
        if self.draw.random() < 0.35:
            self.draw.choice(FAULTS)(self, row)
        if not row.reason and isinstance(row.number, str):
            self.used.append(row.number)
        return row

    def harmless(self, row: Row) -> None:
        """Dirt that must be cleaned without a word."""
        pick, plain = self.draw.choice, str(row.number)
        wide = plain.translate({ord(c): ord(c) + 0xFEE0 for c in plain})
        row.number = pick((plain, plain, plain.lower(), "'" + plain, f'="{plain}"', wide, f"{plain[:6]} {plain[6:14]} {plain[14:]}",
                           plain[:6] + "\u200b" + plain[6:] + "\ufeff", plain + "\n", "\u00a0" + plain, plain[:10] + "\t" + plain[10:]))  # fmt: skip
        dots = pick("·•・．‧∙⋅・")
        row.name = pick(
            (
                row.name,
                row.name,
                " ".join(row.name),
                "　".join(row.name),
                f"古丽{dots}阿依木",
                f"买买提 {dots} 艾力",
                "王𠮷",
                "李㛃",
                f" {row.name}\u200b",
            )
        )
        row.joined = pick(("2012.5", "2012年5月", "2012-5", "2012/05/06", "20120506", "2012.5.6", "2012年5月6日", "41000", 41000,
                           dt.date(2012, 5, 6), "２０１２．５．６", "2012年05月", "201205", "2012-05-06 00:00:00"))  # fmt: skip
        row.phone = pick(
            (
                row.phone,
                "0515-86123456",
                "139 1234 5678",
                "139-1234-5678",
                "+86 13912345678",
                13912345678,
                "",
                "１３９１２３４５６７８",
            )
        )
        row.remark = pick(("", "", "=1+1", "+好", "-", "@SUM(A1)", "外地户口"))


def _say(reason: str, column: str, *values: Any) -> Callable[[Roster, Row], None]:
    def spoil(roster: Roster, row: Row) -> None:
        setattr(row, column, roster.draw.choice(values))
        row.reason = reason

    return spoil


def _warn(code: str, column: str, *values: Any) -> Callable[[Roster, Row], None]:
    def spoil(roster: Roster, row: Row) -> None:
        setattr(row, column, roster.draw.choice(values))
        row.warnings.add(code)

    return spoil


def _checksum(roster: Roster, row: Row) -> None:
    good = checked(roster.body()[0])
    row.number, row.reason = good[:17] + CHECKS[(CHECKS.index(good[17]) + 1) % 11], "bad_id_checksum"


def _birthdate(roster: Roster, row: Row) -> None:
    day = roster.draw.choice(("19800230", "19801301", "20990101", "19810631", "19800100"))
    row.number, row.reason = checked(f"320924{day}123"), "bad_id_birthdate"


def _format(roster: Roster, row: Row) -> None:
    good, pick = checked(roster.body()[0]), roster.draw.choice
    row.number = pick(
        (good[:17], good + "1", good[:6] + "********" + good[14:], good[:14], "X" * 18, "A" + good[1:], "护照G1234567")
    )
    row.reason = "bad_id_format"


def _fifteen(roster: Roster, row: Row) -> None:
    body, _, woman = roster.body()
    row.number, row.sex = body[:6] + body[8:], "女" if woman else "男"
    row.warnings.add("id_15_to_18")


def _sex(roster: Roster, row: Row) -> None:
    row.sex = "男" if row.sex == "女" else "女"
    row.warnings.add("sex_mismatch")


def _twice(roster: Roster, row: Row) -> None:
    if roster.used:
        row.number, row.reason = roster.draw.choice(roster.used), "duplicate_in_file"
        row.sex = ""


def _existing(roster: Roster, row: Row) -> None:
    row.number, row.reason, row.sex = roster.draw.choice(roster.known), "duplicate_existing", ""


FAULTS: Sequence[Callable[[Roster, Row], None]] = (
    _say("missing_name", "name", "", "无", "—", " "),
    _say("bad_name", "name", "=王芳", "+李军", "-张三", "@赵四"),
    _say("missing_id", "number", "", "无", "—", "　"),
    _say("id_precision_lost", "number", "3.20924E+17", "3.20924198001E+17"),
    _say("unknown_union", "union", "合德纺织厂", "四明木业有限责任公司", "合德机械有限公司第二工会", "新合德商贸"),
    _say("bad_date", "joined", "2013-02-30", "2014-07-11", "1940.1", "去年", "2013.13", "2099年1月", "20131301", "60001"),
    _warn("missing_date", "joined", "", None, " "),
    _checksum, _birthdate, _format, _fifteen, _sex, _twice, _existing,
)  # fmt: skip


class Paper:
    """The sheets of a roster: titles, heads, rows and the lines that are no persons."""

    def __init__(self, roster: Roster, manner: str) -> None:
        """`manner`: column, merged, title or sheet — where the union stands."""
        self.roster, self.draw, self.manner = roster, roster.draw, manner
        pick = self.draw.choice
        self.head = [
            "序号",
            "姓名",
            "性别",
            pick(ID_HEADS),
            pick(UNION_HEADS),
            pick(DATE_HEADS),
            pick(PHONE_HEADS),
            "备注",
        ]
        self.keys = ["", "name", "sex", "number", "union", "joined", "phone", "remark"]
        if manner in ("title", "sheet"):
            del self.head[4], self.keys[4]
        self.double = pick((True, False))

    def sheets(self) -> dict[str, list[list[Any] | Row]]:
        """Lines by sheet, gold rows among them."""
        left, found = self.roster.size, {}
        parts = 3 if self.roster.size > 20 else 1
        for at, short in enumerate(self.draw.sample(UNIONS, parts)):
            node = self.roster.world.org[short]
            name = short if self.manner == "sheet" else f"Sheet{at + 1}"
            count = left if at == parts - 1 else self.roster.size // parts
            left -= count
            found[name] = self.lines(name, node.name, count)
        return found

    def lines(self, sheet: str, union: str, count: int) -> list[list[Any] | Row]:
        """One sheet."""
        title = union.removesuffix("委员会") + "会员花名册" if self.manner == "title" else "工会会员花名册"
        lines: list[list[Any] | Row] = [[title], ["", "填表日期：2014年6月30日"]]
        lines += self.heads()
        for _ in range(count):
            if self.draw.random() < 0.03:
                lines.append(
                    self.draw.choice(
                        (
                            ["", "小计", "", "30人"],
                            ["小计：12人"],
                            ["", ""],
                            list(self.head),
                            ["注：本页人员均已核对"],
                            ["本页合计", 10],
                        )
                    )
                )
            row = self.roster.one()
            if self.manner in ("title", "sheet") or self.manner == "merged":
                row.union = union
                row.reason = "" if row.reason == "unknown_union" else row.reason
            row.hidden = self.draw.random() < 0.02
            lines.append(row)
            row.at = (sheet, len(lines))
            self.roster.rows.append(row)
        return [
            *lines,
            ["合计", "", f"{count}人"],
            ["制表人：王会计", "", "", "审核人：李主席"],
            ["注：以上人员均为在职职工"],
        ]

    def heads(self) -> list[list[Any] | Row]:
        """One head row, or two with a merged group above."""
        if not self.double:
            return [list(self.head)]
        cut = self.head.index("性别")
        upper = [*self.head[:cut], "基本情况", "", *self.head[cut + 2 :]]
        return [upper, [*[""] * cut, *self.head[cut : cut + 2], *[""] * (len(self.head) - cut - 2)]]

    def cells(self, row: Row, number: int) -> list[Any]:
        """What is written of a person."""
        return [number if key == "" else getattr(row, key) for key in self.keys]


def settle(roster: Roster, csv: str = "") -> None:
    """What depends on the whole file: a csv hides no row, and a row sent back carries no warning."""
    for row in roster.rows:
        row.hidden = row.hidden and not csv
        if csv:
            row.at = (csv, row.at[1])
        if row.reason:
            row.warnings = set()
        elif row.hidden:
            row.warnings.add("hidden_row")


def gold(roster: Roster) -> tuple[Counter[str], Counter[str]]:
    """Counts by reason and by warning."""
    return Counter(row.reason for row in roster.rows if row.reason), Counter(
        w for row in roster.rows for w in row.warnings
    )


def write(roster: Roster, folder: Path) -> Path:
    """The file of this roster; its kind and manner are drawn."""
    kind = roster.draw.choice(("xlsx", "xlsx", "xlsx", "utf-8", "utf-8-sig", "gb18030"))
    if kind == "xlsx":
        return _book(roster, folder / "roster.xlsx")
    paper = Paper(roster, roster.draw.choice(("column", "title")))
    title = roster.world.org[roster.draw.choice(UNIONS)].name
    lines = paper.lines("roster", title, roster.size)
    settle(roster, "roster")
    rows = [paper.cells(line, at) if isinstance(line, Row) else line for at, line in enumerate(lines)]
    return write_csv(folder / "roster.csv", [["" if cell is None else cell for cell in row] for row in rows], kind)


def _book(roster: Roster, path: Path) -> Path:
    paper = Paper(roster, roster.draw.choice(("column", "merged", "title", "sheet")))
    sheets = paper.sheets()
    settle(roster)
    with Workbook(str(path)) as book:
        day, styled = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"border": 1})
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                cells = paper.cells(line, at) if isinstance(line, Row) else line
                for column, cell in enumerate(cells):
                    _cell(roster, sheet, at, column, cell, day)
                if isinstance(line, Row) and line.hidden:
                    sheet.set_row(at, None, None, {"hidden": True})
                if at % 40 == 0:
                    for column in range(len(paper.head), 300):
                        sheet.write_blank(at, column, None, styled)
            _merge(paper, sheet, lines)
    return path


def _cell(roster: Roster, sheet: Worksheet, at: int, column: int, cell: Any, day: Any) -> None:
    """A value, now and then behind a formula that kept its value; numbering behind one that did not."""
    if isinstance(cell, dt.date):
        sheet.write_datetime(at, column, dt.datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, int) and column == 0:
        sheet.write_formula(at, 0, "=ROW()-3", None, roster.draw.choice((cell, "")))
    elif isinstance(cell, str) and cell and at > 5 and column and roster.draw.random() < 0.03:
        sheet.write_formula(at, column, "=T(Z1)", None, cell)
    elif isinstance(cell, str):
        sheet.write_string(at, column, cell)
    elif cell is not None:
        sheet.write(at, column, cell)


def _merge(paper: Paper, sheet: Worksheet, lines: Sequence[list[Any] | Row]) -> None:
    """Runs of persons share one merged unit cell in the merged manner."""
    if paper.manner != "merged":
        return
    column, start = paper.keys.index("union"), None
    for at in range(len(lines) + 1):
        line = lines[at] if at < len(lines) else None
        if isinstance(line, Row) and start is None:
            start = at
        elif not isinstance(line, Row) and start is not None:
            first = lines[start]
            if at - start > 1 and isinstance(first, Row):
                sheet.merge_range(start, column, at - 1, column, first.union)
            start = None
