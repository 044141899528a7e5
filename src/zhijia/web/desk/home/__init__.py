"""The desk (工作台): what awaits me, what falls due, my targets, what changed. Everything is computed, nothing stored."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path

from zhijia.accounts import actions
from zhijia.targets.queries.mine import Mine, own_targets
from zhijia.web.components.value import asked_for
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.home.awaiting import cases, objections, orders
from zhijia.web.desk.home.falling_due import pressing
from zhijia.web.desk.home.lines import Provider, gather
from zhijia.web.desk.home.news import changes, latest_bulletin
from zhijia.web.desk.keeping import kept

AWAITING: tuple[Provider, ...] = (orders, cases, objections)
FALLING_DUE: tuple[Provider, ...] = (pressing,)
LAST_LOOK = "desk_since"


@needs("desk.view")
def desk(request: DeskRequest) -> HttpResponse:
    """The first page of the morning."""
    post, on = request.post, request.today
    shown = {
        "awaiting": gather(AWAITING, post, on),
        "falling_due": kept(request, "falling-due", "", lambda: gather(FALLING_DUE, post, on)),
        "targets": kept(request, "own-targets", "", lambda: _targets(request)),
        "changes": changes(post, _last_look(request), request.now),
        "bulletin": latest_bulletin(post),
    }
    return render(request, "desk/home/home.html", shown)


def _targets(request: DeskRequest) -> str:
    lines = [(line, _asked(line)) for line in own_targets(request.post, request.today)]
    return render_to_string("desk/home/targets.html", {"targets": lines})


def _asked(line: Mine) -> str:
    """What the target asks for, as in the order: 8家, 98.5%."""
    return asked_for(line.cell.goal) if line.cell and line.cell.goal else ""


def _last_look(request: DeskRequest) -> dt.datetime | None:
    """When the person looked at the desk before this session; looking again in a session forgets nothing."""
    if LAST_LOOK not in request.session:
        seen = request.user.last_seen
        request.session[LAST_LOOK] = seen.isoformat() if seen else ""
        actions.saw_desk(user=request.user, at=request.now)
    kept = request.session[LAST_LOOK]
    return dt.datetime.fromisoformat(kept) if kept else None


urlpatterns = [path("", desk, name="desk")]
