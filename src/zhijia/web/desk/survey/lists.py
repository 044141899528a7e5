"""Lists of other offices beside the register: what carries a code, what may be the same by name, what is new."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.drive.actions import accept_coded, decide_listed, register_new, undo_decision
from zhijia.registers.organising.drive.queries.lists import compared, listed_for, listed_row
from zhijia.web.desk.gate import DeskRequest, needs

KINDS = ("candidate", "coded", "new", "elsewhere", "later", "decided")
PER_PAGE = 20


@needs("survey.view")
def lists(request: DeskRequest) -> HttpResponse:
    """One kind of rows at a time, each beside what it may be; `?show=` chooses the kind."""
    asked = request.GET.get("show", "")
    show = asked if asked in KINDS else KINDS[0]
    sorted_: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for one in compared(request.post):
        sorted_["later" if one.row.decision == "LATER" else one.kind].append(one)
    sorted_["decided"] = list(listed_for(request.post).filter(employer__isnull=False).order_by("-decided_on", "pk"))
    pages = Paginator(sorted_[show], PER_PAGE)
    context = {
        "show": show, "counts": {kind: len(rows) for kind, rows in sorted_.items()},
        "page": pages.get_page(request.GET.get("page")), "may_edit": bool(request.post.may("survey.edit")),
    }  # fmt: skip
    return render(request, "desk/survey/lists.html", context)


@needs("survey.edit")
@require_POST
def decide(request: DeskRequest, listed: int) -> HttpResponse:
    """The same as one workplace, a new one, or later."""
    row = listed_row(request.post, listed)
    chosen = request.POST.get("decision", "")
    employer = None
    if chosen.startswith("same-") and chosen[5:].isdecimal():
        employer = record_of(register_of("organising.employer"), request.post, int(chosen[5:]))
    decision = "SAME" if employer is not None else "NEW" if chosen == "new" else "LATER"
    decide_listed(row=row, decision=decision, employer=employer, on=request.today, by=request.post, at=request.now)
    messages.success(request, gettext("已认定“%(name)s”，可在“已认定”中撤回。") % {"name": row.name})
    return _back(request)


@needs("survey.edit")
@require_POST
def many(request: DeskRequest) -> HttpResponse:
    """All rows with a code, or all new ones, at one click."""
    write = register_new if request.POST.get("kind") == "new" else accept_coded
    count = write(found=compared(request.post), on=request.today, by=request.post, at=request.now)
    messages.success(request, gettext("已认定%(count)s条。") % {"count": count})
    return _back(request)


@needs("survey.edit")
@require_POST
def undo(request: DeskRequest, listed: int) -> HttpResponse:
    """Take a decision back."""
    row = listed_row(request.post, listed)
    undo_decision(row=row, by=request.post, at=request.now)
    messages.success(request, gettext("已撤回对“%(name)s”的认定。") % {"name": row.name})
    return _back(request)


def _back(request: DeskRequest) -> HttpResponse:
    show = request.POST.get("show", "")
    return redirect(f"/survey/lists/?show={show}" if show in KINDS else "survey-lists")
