"""Papers of the star programme: application form, naming notice, list of plaques, from plain values."""

from dataclasses import dataclass
from datetime import date

from zhijia.papers.blocks import Cell, Column, Form, Table, para, row
from zhijia.papers.paper import Paper
from zhijia.papers.runs import runs


@dataclass(frozen=True, slots=True)
class StarFacts:
    """All the three papers print. `criteria`: number, title, applicable points, points of every row."""

    county: str
    dated: date
    number: str
    union: str
    above: str
    star: str
    home: str
    total: str
    account: str
    criteria: tuple[tuple[str, str, str, str], ...]


def application(facts: StarFacts) -> Paper:
    """F3-02, what the union applies with: its points row by row, as computed."""
    columns = (Column("序号", 1), Column("考评项目", 5, "left"), Column("应得分", 2), Column("得分", 2))
    table = Table(columns, tuple(row(*line) for line in facts.criteria), left=f"合计：{facts.total}分（折合百分）")
    form = Form((2, 4, 2, 2), (
        (Cell(runs("申报单位"), label=True), Cell(runs(facts.union)), Cell(runs("申报星级"), label=True), Cell(runs(facts.star))),
        (Cell(runs("创建情况"), label=True), Cell(runs(facts.account), span=3, align="left", lines=4)),
        (Cell(runs("工会意见"), label=True), Cell(runs(""), span=1, lines=3), Cell(runs("党政意见"), label=True), Cell(runs(""), lines=3)),
    ))  # fmt: skip
    return Paper(
        kind="报告", title="职工之家星级申报表", issuer=facts.union, dated=facts.dated, blocks=(form, table), format="slip",
        addressees=(facts.above,), page_number="centred",
    )  # fmt: skip


def naming(facts: StarFacts) -> Paper:
    """F3-07, the county names the home."""
    return Paper(
        kind="通报", title=f"关于命名{facts.union}为{facts.star}职工之家的通报", issuer=facts.county, dated=facts.dated,
        blocks=(
            para(f"根据职工之家星级评定办法，经自评申报、镇区初审、部门复核、评审委员会评审并公示无异议，决定命名{facts.union}为{facts.star}职工之家（{facts.home}），评定得分{facts.total}分。"),
            para("希望受到命名的单位珍惜荣誉，再接再厉，不断提高服务职工的水平。各基层工会要学习先进，扎实开展建家活动。"),
        ),
        head=f"{facts.county}文件", number=facts.number, addressees=("各镇区工委，县直各工会",),
        printed_by=f"{facts.county}办公室", printed_on=facts.dated,
    )  # fmt: skip


def plaque_list(facts: StarFacts) -> Paper:
    """F3-08, who receives which plaque."""
    columns = (
        Column("序号", 1),
        Column("单位", 5, "left"),
        Column("星级", 2),
        Column("得分", 2),
        Column("领取人签字", 3),
    )
    table = Table(columns, (row("1", facts.union, facts.star, facts.total, ""),))
    return Paper(
        kind="通知", title="职工之家授牌清单", issuer=facts.county, dated=facts.dated, blocks=(table,), format="slip",
        addressees=(facts.above,), page_number="centred",
    )  # fmt: skip
