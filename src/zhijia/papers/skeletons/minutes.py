"""会议纪要: who was there, what was found, what is to be done by whom and until when."""

from datetime import date

from zhijia.papers.blocks import Block, NamesLine, Para
from zhijia.papers.paper import Paper, chinese_date
from zhijia.papers.runs import runs
from zhijia.papers.skeletons.meeting import MeetingData


def meeting_minutes(data: MeetingData) -> Paper:
    """The minutes: who was there, what was found, what is to be done by whom and until when."""
    lead = f"{chinese_date(data.day)}，{data.chair}主持召开{data.title}。现纪要如下："
    names = [("出席", data.present), ("请假", data.absent), ("列席", data.observers)]
    blocks: list[Block] = [Para(runs(lead))]
    if data.topics:
        blocks.append(Para(runs(f"会议研究了以下议题：{'；'.join(_bare(data.topics))}。")))
    blocks += [Para(runs(f"{line.rstrip('。')}。")) for line in data.conclusions]
    if data.items:
        blocks.append(Para(runs("会议议定以下事项：")))
        blocks += [Para(runs(_item(number, item))) for number, item in enumerate(data.items, start=1)]
    blocks += [NamesLine(label, people) for label, people in names if people]
    return Paper(
        kind="纪要",
        title="",
        issuer=data.issuer,
        dated=data.issued,
        blocks=tuple(blocks),
        head=f"{data.title}纪要",
        number=data.number,
        format="minutes",
        sealed=False,
        signed=False,
    )


def _bare(topics: tuple[str, ...]) -> list[str]:
    return [topic.rstrip("。；") for topic in topics]


def _item(number: int, item: tuple[str, str, date]) -> str:
    what, who, due = item
    return f"{number}. {what.rstrip('。')}，由{who}负责，{chinese_date(due)}前完成。"
