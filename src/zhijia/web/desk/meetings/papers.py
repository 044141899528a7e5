"""Issuing the notice and the minutes of a meeting, and handing them out as they were issued."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.convening import PAPERS, issue_minutes, issue_notice
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.papers import paper_file

MEETING = "organising.meeting"
NO_SUCH = gettext_noop("会议只有通知和纪要两种文件。")


@needs("meetings.issue")
@require_POST
def issue(request: DeskRequest, number: int, which: str) -> HttpResponse:
    """Number and freeze one of the two papers."""
    verb = {"notice": issue_notice, "minutes": issue_minutes}.get(which)
    if verb is None:
        raise NotFound(NO_SUCH)
    meeting = record_of(register_of(MEETING), request.post, number)
    kept = verb(meeting=meeting, by=request.post, on=request.today, at=request.now)
    told = {"paper": gettext(PAPERS[which]), "number": getattr(kept, which).number}
    messages.success(request, gettext("已印发%(paper)s%(number)s。") % told)
    return redirect("record", MEETING, meeting.pk)


@needs("meetings.view")
def paper(request: DeskRequest, number: int, which: str, form: str) -> HttpResponse:
    """The bytes as they were issued."""
    if which not in PAPERS:
        raise NotFound(NO_SUCH)
    meeting = record_of(register_of(MEETING), request.post, number)
    return paper_file(getattr(meeting, which), f"meeting-{meeting.pk}-{which}", form)
