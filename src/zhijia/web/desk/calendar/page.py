"""The calendar's page: overdue on top, then the month or the week, with filters and the way to a feed."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhijia.accounts.calendar_links import calendar_links_of
from zhijia.accounts.queries import visible_to
from zhijia.kit.deadlines import State
from zhijia.kit.period import Span
from zhijia.registers.base.dues import Asked, Dues, due_kinds, dues_for
from zhijia.schemes.deadlines import work_calendar
from zhijia.web.desk.calendar.asked import Look, look_of
from zhijia.web.desk.calendar.grid import days_of, line_of, weeks_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.keeping import kept

LATE_SHOWN = 30


@needs("desk.view")
def calendar(request: DeskRequest) -> HttpResponse:
    """What falls due in the month or week asked for, of the post's part of the tree."""
    return calendar_page(request)


def calendar_page(request: DeskRequest, *, address: str = "") -> HttpResponse:
    """The page; `address`: a feed address just made, shown this once."""
    look, places = look_of(request), _places(request)
    dues = _dues(request, look, {str(place.pk): str(place.path) for place in places})
    lines = [line_of(due, request.today) for due in dues.found]
    late = [line for line in lines if line.due.state is State.OVERDUE]
    days, span = work_calendar(), look.span
    inside = [line for line in lines if line.due.due in _shown(look)]
    context = {
        "look": look,
        "span": span,
        "late": late[:LATE_SHOWN],
        "late_more": max(0, len(late) - LATE_SHOWN),
        "faults": [fault.sentence(_) for fault in dues.faults],
        "weeks": weeks_of(span, inside, days) if look.view == "grid" else (),
        "days": [day for day in days_of(span, inside, days) if day.lines],
        "count": sum(line.due.due in span for line in inside),
        "kinds": due_kinds(request.post),
        "places": places,
        "weekdays": [_("一"), _("二"), _("三"), _("四"), _("五"), _("六"), _("日")],
        "links": calendar_links_of(request.post),
        "address": address,
    }
    return render(request, "desk/calendar/calendar.html", context)


def _dues(request: DeskRequest, look: Look, paths: dict[str, str]) -> Dues:
    path, until = paths.get(look.org, ""), _shown(look).last

    def found() -> Dues:
        return dues_for(Asked(request.post, request.today, until, path=path), look.kind)

    return kept(request, "calendar", (until, path, look.kind), found)


def _shown(look: Look) -> Span:
    """The grid shows whole weeks."""
    span = look.span
    if look.view != "grid":
        return span
    week = dt.timedelta(days=6)
    return Span(
        span.first - dt.timedelta(days=span.first.weekday()), span.last + week - dt.timedelta(days=span.last.weekday())
    )


def _places(request: DeskRequest) -> list[Any]:
    """The organisations right below the post's own, to choose one of."""
    own = request.post.organisation
    return list(visible_to(request.post).on(request.today).filter(depth=own.depth + 1))
