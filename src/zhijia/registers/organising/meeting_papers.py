"""The two papers of a meeting, composed from its row: the notice that calls it, the minutes that close it."""

import datetime as dt
import re
from typing import Any

from zhijia.accounts.models import Post
from zhijia.papers.paper import Paper
from zhijia.papers.skeletons import MeetingData, meeting_minutes, meeting_notice
from zhijia.registers.organising.followups import FollowUp
from zhijia.registers.organising.meetings import Meeting

# Words of the numbers: 海工通〔2014〕1号, 海工纪〔2014〕1号.
SERIES = {"notice": "工通", "minutes": "工纪"}
ADDRESSEES = ("各参会单位",)
_LINES, _NAMES = re.compile(r"[\r\n]+"), re.compile(r"[、,，;；\s]+")


def notice_of(meeting: Meeting, number: str, on: dt.date, by: Post) -> Paper:
    """The notice as it would be issued on a day."""
    contact = f"{by.user}，{by.telephone}" if by.telephone else str(by.user)
    return meeting_notice(_data(meeting, number, on, contact=contact))


def minutes_of(meeting: Meeting, number: str, on: dt.date) -> Paper:
    """The minutes as they would be issued on a day."""
    items = FollowUp.objects.living().filter(meeting=meeting).select_related("organisation").order_by("due_on", "pk")
    told = tuple((each.item, each.department or str(each.organisation), each.due_on) for each in items)
    return meeting_minutes(_data(meeting, number, on, items=told))


def _data(meeting: Meeting, number: str, on: dt.date, **more: Any) -> MeetingData:
    return MeetingData(
        issuer=meeting.organisation.name, number=number, issued=on, title=meeting.title,
        day=meeting.held_on or meeting.planned_on or on, place=meeting.place, chair=meeting.chair,
        present=_split(_NAMES, meeting.present), absent=_split(_NAMES, meeting.absent),
        observers=_split(_NAMES, meeting.observers), topics=_split(_LINES, meeting.agenda),
        conclusions=_split(_LINES, meeting.resolved), addressees=ADDRESSEES, **more,
    )  # fmt: skip


def _split(by: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in by.split(text) if part.strip())
