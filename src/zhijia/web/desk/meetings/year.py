"""The year's account of meetings: who has held what the year asks for, and how papers and meetings weigh on the units."""

from django.http import HttpResponse
from django.shortcuts import render

from zhijia.registers.base.show import code_label
from zhijia.registers.organising.burden import papers_issued, system_meetings
from zhijia.registers.organising.meeting_years import YEARLY, duties
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.matrix.asked import year_of

EARLIER = 3


@needs("meetings.view")
def year(request: DeskRequest) -> HttpResponse:
    """Met or not yet by unit and kind; the burden meter with the limits and their papers."""
    asked, today = year_of(request), request.today
    on = min(today, today.replace(year=asked, month=12, day=31)) if asked <= today.year else today
    found = duties(request.post, asked, on)
    kinds = [(kind, code_label("meeting-kind", kind)) for kind in YEARLY]
    rows = [(found[at].organisation, found[at : at + len(YEARLY)]) for at in range(0, len(found), len(YEARLY))]
    papers, series = papers_issued(asked, on)
    context = {
        "year": asked,
        "years": range(today.year, today.year - EARLIER, -1),
        "on": on,
        "kinds": kinds,
        "rows": rows,
        "totals": [(sum(duty.met for duty in found if duty.kind == kind), len(rows)) for kind, _ in kinds],
        "system": system_meetings(request.post, asked, on),
        "papers": papers,
        "series": series,
    }
    return render(request, "desk/meetings/year.html", context)
