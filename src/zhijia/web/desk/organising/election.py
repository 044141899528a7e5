"""An election held against the rules, point by point; who stands above the union approves the result here."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext

from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.electing import reply_to_election
from zhijia.registers.organising.election_review import points_of_election
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.organising.points_page import points_page
from zhijia.web.desk.registers.write import posted_day

ELECTION = "organising.election"


@needs("positions.view")
def election(request: DeskRequest, number: int) -> HttpResponse:
    """The checked points of an assembly; who stands above the union approves the result here."""
    found = register_of(ELECTION)
    row = record_of(found, request.post, number)

    def reply() -> None:
        on, number_of = posted_day(request, "on"), request.POST.get("reply_no", "")
        reply_to_election(election=row, number=number_of, on=on, by=request.post, at=request.now)
        messages.success(request, gettext("已批复，新一届和当选主席的任职已同时登记。"))

    points = points_of_election(row)
    open_yet = row.reply_on is None and row.kind in ("FIRST", "RENEWAL", "BY")
    return points_page(request, found, row, points, open_yet, reply, "desk/organising/election.html", {})
