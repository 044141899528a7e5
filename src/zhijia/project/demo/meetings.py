"""Meetings of the demo county: a joint conference with its minutes, committees that met in time, late or not at all."""

import datetime as dt
from typing import Any

from zhijia.project.demo.days import moment
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.following import fare
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.posts import Posts
from zhijia.project.demo.tree import Tree
from zhijia.registers.base.actions import record_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.convening import issue_minutes
from zhijia.registers.organising.following import take_up

_HELD, _DAY = dt.date(2014, 3, 14), dt.timedelta(days=1)
_AGENDA = "困难职工帮扶资金安排\n工会组建突击月\n职工服务站建设\n工资集体协商要约行动"
_RESOLVED = "会议认为，工会工作要围绕中心、服务大局、贴近职工\n会议决定，把建会和工资集体协商列入镇区年度目标"
_ITEMS = ("落实职工服务站用房", "五十人以上未建会企业逐户走访", "困难职工普查到村到企业", "企业欠薪隐患排查")


def meet(seed: int, tree: Tree, posts: Posts) -> None:
    """The county's conference with its items, then the committees' own."""
    office, chair = posts["office"], posts["chair"]
    row = _meeting(tree.county, "JOINT", "射阳县人民政府与县总工会第十二次联席会议", _HELD, office, 12)
    rng = stream(seed, "resolutions")
    for at, place in enumerate(rng.sample(PLACES, 9)):
        due = day_between(rng, dt.date(2014, 5, 10), dt.date(2014, 9, 30))
        values = {"organisation": tree.committees[place.login], "item": f"{place.short}{_ITEMS[at % len(_ITEMS)]}",
                  "raised_on": _HELD, "due_on": due, "department": place.short}  # fmt: skip
        item = take_up(source=row, origin="meeting", values=values, by=office, at=moment(_HELD, 16))
        fare(item, rng.random(), posts[place.login], office)
    issue_minutes(meeting=row, by=chair, on=_HELD + 6 * _DAY, at=moment(_HELD + 6 * _DAY, 10))
    _meeting(tree.county, "PARTY", "县委常委会专题研究工会工作", dt.date(2014, 2, 20), office)
    _meeting(tree.county, "SYSTEM", "全县工会工作会议", dt.date(2014, 1, 21), office)
    for place in PLACES:
        rng = stream(seed, "meetings", place.login)
        for kind, chance, name in (("JOINT", 0.55, "政府与工会联席会议"), ("PARTY", 0.5, "党委专题研究工会工作会议")):
            if rng.random() < chance:
                held = day_between(rng, dt.date(2014, 1, 20), dt.date(2014, 7, 4))
                _meeting(tree.committees[place.login], kind, f"{place.short}{name}", held, posts[place.login])
            elif kind == "JOINT" and rng.random() < 0.5:
                planned = day_between(rng, dt.date(2014, 7, 15), dt.date(2014, 8, 29))
                _meeting(
                    tree.committees[place.login], kind, f"{place.short}{name}", planned, posts[place.login], held=False
                )


def _meeting(
    organisation: Any, kind: str, title: str, day: dt.date, by: Any, number: int = 1, *, held: bool = True
) -> Any:  # fmt: skip
    called = min(day - 15 * _DAY, dt.date(2014, 7, 7))
    values: dict[str, Any] = {"organisation": organisation, "kind": kind, "title": title, "number": number,
              "called_on": called, "since": called, "planned_on": day, "agenda": _AGENDA}  # fmt: skip
    if held:
        values |= {"held_on": day, "chair": "分管负责人", "present": "成员单位负责人", "resolved": _RESOLVED}
    at = moment(day if held else called, 15)
    return record_fact(register_of("organising.meeting"), values=values, by=by, at=at)
