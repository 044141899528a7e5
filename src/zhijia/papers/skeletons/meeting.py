"""会议通知: what the papers of a meeting print, and the notice that calls it."""

from dataclasses import dataclass
from datetime import date

from zhijia.papers.blocks import Block, Heading, Para
from zhijia.papers.paper import Paper, chinese_date
from zhijia.papers.runs import runs


@dataclass(frozen=True, slots=True)
class MeetingData:
    """All the two papers print. `topics` and `conclusions` one paragraph each; `items`: what, who, by when."""

    issuer: str
    number: str
    issued: date
    title: str
    day: date
    place: str
    chair: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    observers: tuple[str, ...]
    topics: tuple[str, ...]
    conclusions: tuple[str, ...] = ()
    items: tuple[tuple[str, str, date], ...] = ()
    addressees: tuple[str, ...] = ()
    contact: str = ""


def meeting_notice(data: MeetingData) -> Paper:
    """The notice that calls the meeting: when, where, what about, who comes."""
    where = f"{chinese_date(data.day)}，{data.place}" if data.place else chinese_date(data.day)
    blocks: list[Block] = [
        Para(runs(f"定于{chinese_date(data.day)}召开{data.title}，现将有关事项通知如下：")),
        Heading(1, "一、时间和地点"),
        Para(runs(f"{where}。")),
        Heading(1, "二、会议议题"),
        *(Para(runs(f"{number}. {topic.rstrip('。；')}。")) for number, topic in enumerate(data.topics, start=1)),
        Heading(1, "三、有关要求"),
        Para(runs("请参会单位按时参加，会前准备好议题材料；不能参加的，请提前请假。")),
    ]
    if data.contact:
        blocks.append(Para(runs(f"联系人：{data.contact}。")))
    return Paper(
        kind="通知",
        title=f"{data.issuer}关于召开{data.title}的通知",
        issuer=data.issuer,
        dated=data.issued,
        blocks=tuple(blocks),
        head=f"{data.issuer}文件",
        number=data.number,
        addressees=data.addressees,
    )
