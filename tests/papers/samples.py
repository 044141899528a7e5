"""Papers of a made-up county, written for these tests."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from zhijia.papers.blocks import Column, Heading, Para, Table, heading, para, row
from zhijia.papers.paper import Paper
from zhijia.papers.runs import Bound, runs
from zhijia.papers.skeletons import BulletinData, SlipData, SlipTask
from zhijia.papers.skeletons.parts import (
    Classes,
    ClassSet,
    Expiring,
    ExpiringItem,
    Lead,
    Overview,
    Part,
    RankedUnit,
    Ranking,
    RankingGroup,
    Requirements,
    Slot,
    Tables,
    TableSheet,
    TaskClasses,
    TaskResult,
)

COUNTY = "临川县总工会"
TOWNS = ("东桥镇", "西塘镇", "南湖镇", "北山镇", "城关镇", "沙河农场", "临港经济区")
FILLING = "各单位要对照清单逐户走访，弄清人数、行业和负责人，能单独建会的单独建会，条件不足的纳入联合工会。"


def circular(**changes: object) -> Paper:
    """A short 通报 that passes every check."""
    paper = Paper(
        kind="通报",
        title="临川县总工会关于2026年上半年组建工会情况的通报",
        issuer=COUNTY,
        dated=date(2026, 7, 6),
        head="临川县总工会文件",
        number="临工发〔2026〕12号",
        addressees=("各镇（区）工会工委", "县直各工会"),
        blocks=(
            para("现将2026年上半年组建工会情况通报如下："),
            heading(1, 1, "基本情况"),
            para(
                "截至6月30日，全县新建工会", Bound("75家", "founded"), "，完成全年任务的", Bound("51.4%", "rate"), "。"
            ),
            heading(1, 2, "下步要求"),
            para("请各单位于9月30日前完成全年任务。特此通报。"),
        ),
        copy_to=("市总工会",),
        printed_by="临川县总工会办公室",
        printed_on=date(2026, 7, 6),
    )
    return replace(paper, **changes)


def full_circular(pages: int = 3) -> Paper:
    """A circular whose running text fills pages to the last line, with names outside GB 2312."""
    text = "联系人王堃、李镕、张喆。" + FILLING * 12 * pages
    return circular(blocks=(*circular().blocks[:1], Para(runs(text))), footer_mark="数据快照 S-0001")


def ranking_table() -> Table:
    """Seven towns, two of them sharing a place."""
    scores = ("95.00", "92.50", "90.00", "90.00", "85.00", "80.00", "60.00")
    places = ("1", "2", "并列3", "并列3", "5", "6", "7")
    columns = (
        Column("名次", 2),
        Column("单位", 4, "left"),
        *(Column(name, 2, group="组建") for name in ("目标", "完成")),
    )
    rows = tuple(
        row(place, town, Bound("8", f"t{at}"), Bound("7", f"d{at}"), Bound(score, f"s{at}"))
        for at, (place, town, score) in enumerate(zip(places, TOWNS, scores, strict=True))
    )
    return Table((*columns, Column("合计", 2)), rows, left="截至2026年9月30日", right="单位：家、分")


def ranked() -> tuple[RankedUnit, ...]:
    """The towns in ranking order."""
    places = (1, 2, 3, 3, 5, 6, 7)
    return tuple(
        RankedUnit(town, Bound(str(place), f"p{at}"), place == 3, Bound(f"{95 - at * 5}.00", f"s{at}"), "● 正常")
        for at, (town, place) in enumerate(zip(TOWNS, places, strict=True))
    )


def parts() -> dict[str, Part]:
    """One part of each name."""
    return {
        "lead": Lead("《2026年度工作计划》（临工发〔2026〕2号）", "2026年9月30日", "10月8日"),
        "overview": Overview(
            "总体情况",
            (
                TaskResult(
                    "新建工会",
                    Bound("146家", "target"),
                    Bound("75家", "done"),
                    Bound("51.4%", "rate"),
                    Decimal("0.514"),
                    Decimal("0.75"),
                    Bound("提高3.2个百分点", "change"),
                    (Decimal("0.1"), Decimal(1)),
                ),
            ),
        ),
        "classes": Classes(
            "分项情况",
            (
                TaskClasses(
                    "新建工会",
                    ClassSet(Bound("2", "all"), TOWNS[:2]),
                    ClassSet(Bound("5", "some"), TOWNS[2:]),
                    ClassSet(Bound("0", "none"), ()),
                ),
            ),
        ),
        "ranking": Ranking("考核得分", (RankingGroup("镇区组", ranked()), RankingGroup("县直组", ranked()[:3]))),
        "slot": Slot("存在问题", (runs("推进不够均衡，仍有", Bound("5", "some"), "个单位没有完成任务。"),)),
        "expiring": Expiring("到期预警", "2026年第四季度", (ExpiringItem("集体合同", Bound("31", "ends"), "份"),)),
        "requirements": Requirements("下步要求", (runs("请于10月31日前完成摸底。"), runs("请于11月30日前补齐台账。"))),
        "tables": Tables((TableSheet("2026年第三季度镇区工作排名表", ranking_table()),)),
    }


def bulletin_data(*names: str, **changes: object) -> BulletinData:
    """A circular of the named parts, in that order; all of them without names."""
    made = parts()
    data = BulletinData(
        county=COUNTY,
        subject="2026年第三季度工会重点工作",
        dated=date(2026, 10, 9),
        addressees=("各镇（区）工会工委", "县直各工会"),
        parts=tuple(made[name] for name in names or made),
        number="临工发〔2026〕21号",
        copy_to=("县委办公室", "市总工会"),
        printed_by="临川县总工会办公室",
        footer_mark="数据快照 S-2026Q3　校验值 3fa9c1d2",
    )
    return replace(data, **changes)


def slip_data(**changes: object) -> SlipData:
    """The slip of one town with two targets."""
    data = SlipData(
        county=COUNTY,
        year=2026,
        number="临工交〔2026〕3号",
        issued=date(2026, 3, 2),
        unit="东桥镇工会工委",
        responsible="王堃",
        contact="张喆",
        phone="0515-80000000",
        basis="《2026年度工作计划》（临工发〔2026〕2号）第三条",
        tasks=(
            SlipTask(
                "新建工会",
                Bound("8家", "x1"),
                Bound("41家", "x2"),
                "以建会批复为准。",
                "9月30日完成100%",
                date(2026, 9, 30),
                "组织部",
                "15",
            ),
            SlipTask(
                "发展会员",
                Bound("320人", "x3"),
                Bound("2965人", "x4"),
                "以会员名册为准。",
                "按月推进",
                date(2026, 12, 31),
                "组织部",
                "10",
            ),
        ),
        requirements=("逐户建立台账。", "遇有困难及早提出。"),
        signer="周某",
        objection_days="3",
    )
    return replace(data, **changes)


def paper_of(lines: list[str], **changes: object) -> Paper:
    """A paper from lines as a clerk writes them: 一、 and （一） open headings, [75家|ref] is a bound figure."""
    return circular(blocks=tuple(block_of(line) for line in lines), **changes)


def block_of(line: str) -> Heading | Para:
    """One line as a heading or a paragraph."""
    if line[:1] in "一二三四五六七八九十" and line[1:2] == "、":
        return Heading(1, line)
    if line[:1] == "（" and line[2:3] == "）":
        return Heading(2, line)
    parts: list[str | Bound] = []
    for at, piece in enumerate(line.replace("]", "[").split("[")):
        text, _, ref = piece.partition("|")
        parts.append(Bound(text, ref) if at % 2 else piece)
    return para(*parts)
