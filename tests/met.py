"""What meets in the small world: a joint conference with two resolutions, an inspection, a list to be put right, a co-building."""

import datetime as dt
from collections.abc import Callable
from typing import Any

Record = Callable[..., Any]


def meet(org: dict[str, Any], employer: dict[str, Any], record: Record) -> dict[str, Any]:
    """Write it down; the rows by the names the tests use."""
    day = dt.date
    made: dict[str, Any] = {}
    made["conference"] = record(
        "organising.meeting", organisation=org["县总"], kind="JOINT", title="海川县政府与县总工会第八次联席会议", number=8,
        called_on=day(2014, 2, 10), proposed_on=day(2014, 2, 20), approved_on=day(2014, 2, 28),
        planned_on=day(2014, 3, 12), held_on=day(2014, 3, 12), place="县政府三楼会议室", chair="方卫国",
        present="方卫国、陈守正、林知微、单国强", absent="曾庆和", agenda="困难职工帮扶资金安排\n建会攻坚行动",
        resolved="会议认为，工会工作围绕中心、服务大局\n会议决定，把建会攻坚列入年度目标", since=day(2014, 2, 10),
    )  # fmt: skip
    made["planned"] = record(
        "organising.meeting", organisation=org["合德镇"], kind="JOINT", title="合德镇政府与工会联席会议",
        called_on=day(2014, 7, 1), planned_on=day(2014, 7, 25), agenda="职工服务站建设", since=day(2014, 7, 1),
    )  # fmt: skip
    made["inspection"] = record(
        "organising.inspection", organisation=org["合德镇"], body="CONGRESS", topic="工会法实施情况执法检查", law="工会法",
        inspected_on=day(2014, 5, 20), findings="部分企业未依法建会", since=day(2014, 5, 20),
    )  # fmt: skip
    made["list"] = record(
        "organising.rectification", organisation=org["合德镇"], title="教育实践活动整改清单", source="SELF",
        opened_on=day(2014, 6, 3), since=day(2014, 6, 3),
    )  # fmt: skip
    made["cobuilding"] = record(
        "organising.cobuilding", employer=employer["合德纺织"], party_org="合德纺织党支部", tie="TOGETHER",
        signed_on=day(2013, 7, 1), model=True, level="COUNTY", since=day(2013, 7, 1),
    )  # fmt: skip
    made["activity"] = record(
        "organising.cobuilding-activity", cobuilding=made["cobuilding"], title="党员与职工结对学技术", kind="STUDY",
        held_on=day(2014, 4, 18), people=36, since=day(2014, 4, 18),
    )  # fmt: skip
    items = (
        ("late", "合德镇", "meeting", "conference", "合德镇落实职工服务站用房", day(2014, 3, 12), day(2014, 6, 30)),
        ("far", "四明镇", "meeting", "conference", "四明镇困难职工普查", day(2014, 3, 12), day(2014, 12, 20)),
        ("found", "合德镇", "inspection", "inspection", "合德镇未建会企业依法建会", day(2014, 5, 20), day(2014, 9, 30)),
        ("wrong", "合德镇", "rectification", "list", "到基层调研少", day(2014, 6, 3), day(2014, 7, 31)),
    )
    for name, place, origin, source, item, raised, due in items:
        made[name] = record(
            "organising.followup", organisation=org[place], item=item, raised_on=raised, due_on=due, since=raised,
            category="BUREAUCRACY" if origin == "rectification" else "", **{origin: made[source]},
        )  # fmt: skip
    return made
