"""The papers of a meeting: the notice that calls it, the minutes that close it. Each is issued once and then frozen."""

import datetime as dt
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.papers import freeze, next_number
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.actions import correct_fact
from zhijia.registers.organising.meeting_papers import SERIES, minutes_of, notice_of
from zhijia.registers.organising.meetings import MEETINGS, Meeting

VERB = "meetings.issue"
NOT_PLANNED = gettext_noop("“%(title)s”还没有计划召开日期或议题，不能印发通知；请先更正补齐。")
NOT_HELD = gettext_noop("“%(title)s”还没有登记召开日期，不能印发纪要；请先更正补齐。")
ISSUED = gettext_noop("“%(title)s”的%(paper)s已经印发（%(number)s），不能再次印发。")
PAPERS = {"notice": gettext_noop("会议通知"), "minutes": gettext_noop("会议纪要")}


@transaction.atomic
def issue_notice(*, meeting: Meeting, by: Post, on: dt.date, at: dt.datetime) -> Any:
    """Number and freeze the notice; it needs a planned day and topics, and is issued before the meeting is held."""
    held = _hold(meeting, "notice", by)
    if held.planned_on is None or not held.agenda.strip() or held.held_on:
        raise Problem(NOT_PLANNED, title=held.title)
    number = next_number(SERIES["notice"], on.year, held.organisation)
    paper = freeze(notice_of(held, number, on, by), on)
    return _keep(held, {"notice": paper}, "notice", number, by, at)


@transaction.atomic
def issue_minutes(*, meeting: Meeting, by: Post, on: dt.date, at: dt.datetime) -> Any:
    """Number and freeze the minutes with the items taken up so far; afterwards the meeting's content stands."""
    held = _hold(meeting, "minutes", by)
    if held.held_on is None:
        raise Problem(NOT_HELD, title=held.title)
    number = next_number(SERIES["minutes"], on.year, held.organisation)
    paper = freeze(minutes_of(held, number, on), on)
    values = {"minutes": paper, "minutes_no": number, "minuted_on": on, "minuted_hash": held.content_hash}
    return _keep(held, values, "minutes", number, by, at)


def _hold(meeting: Meeting, which: str, by: Post) -> Meeting:
    held = Meeting.objects.select_for_update().living().get(pk=meeting.pk)
    by.may(VERB, held.organisation).insist()
    paper = getattr(held, which)
    if paper is not None:
        raise Conflict(ISSUED, title=held.title, paper=Problem(PAPERS[which]), number=paper.number)
    return held


def _keep(held: Meeting, values: dict[str, Any], which: str, number: str, by: Post, at: dt.datetime) -> Any:
    """The paper is new knowledge about the same meeting; whoever may issue need not be allowed to edit."""
    kept = correct_fact(MEETINGS, row=held, values=values, by=None, at=at)
    record(
        kind=f"meeting.{which}", by=by, at=at, organisation=held.organisation_id, subject=MEETINGS.key,
        subject_id=held.pk, detail={"name": held.title, "number": number},
    )  # fmt: skip
    return kept
