"""Rounds: which there are and how far each has come; one round with its workplaces, the most urgent first."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhijia.accounts.queries import visible_to
from zhijia.indicators.queries import figure, figures
from zhijia.indicators.rules import Figure
from zhijia.kit.problem import Problem
from zhijia.orgs.kinds import kinds_at
from zhijia.registers.base.window import Window
from zhijia.registers.organising.drive.actions import close_round, open_rounds
from zhijia.registers.organising.drive.queries.rounds import round_for, rounds_for, sheets_of
from zhijia.registers.organising.drive.rules.priority import Priority
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.survey.forms import RoundForm

COVERAGE = "survey-coverage"
SHOWN = 60
STATES = {"planned": ("grey", _("未开始")), "running": ("blue", _("进行中")), "over": ("yellow", _("已到期未办结")),
          "closed": ("done", _("已办结"))}  # fmt: skip
PRIORITIES = {
    Priority.FIRST: _("最优先"), Priority.HIGH: _("优先"), Priority.MIDDLE: _("次优先"), Priority.SMALL: _("联合或行业建会"),
    Priority.RESTANDARDISE: _("规范整顿"), Priority.STOPPED: _("暂不建会"), Priority.FOUNDED: _("已建会"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One round on the list."""

    round: Any
    light: str
    word: Any
    coverage: Figure


@needs("survey.view")
def rounds(request: DeskRequest) -> HttpResponse:
    """All rounds of the post's part of the county, newest first."""
    found = list(rounds_for(request.post)[:SHOWN])
    windows = {one.pk: Window.year_to(counted_to(one, request.today)) for one in found}
    places = {one.organisation_id: one.organisation for one in found}
    values = (
        figures([COVERAGE], list(set(windows.values())), places.values(), request.post.organisation) if found else {}
    )
    lines = [
        Line(one, *STATES[one.state(request.today)], values[COVERAGE, one.organisation_id, windows[one.pk]])
        for one in found
    ]
    context = {"lines": lines, "may_edit": bool(request.post.may("survey.edit"))}
    return render(request, "desk/survey/rounds.html", context)


@needs("survey.edit")
def new(request: DeskRequest) -> HttpResponse:
    """Begin a round in the committees chosen."""
    committees = list(visible_to(request.post).filter(kind__in=kinds_at("committee")))
    form = RoundForm(request.POST or None, today=request.today, committees=committees)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        chosen = [one for one in committees if str(one.pk) in told.pop("committees")]
        try:
            made = open_rounds(committees=chosen, by=request.post, at=request.now, **told)
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            messages.success(request, gettext("已开始摸排：%(count)s个单位。") % {"count": len(made)})
            return redirect("survey")
    return render(request, "desk/survey/new.html", {"form": form}, status=422 if form.is_bound else 200)


@needs("survey.view")
def one_round(request: DeskRequest, round: int) -> HttpResponse:
    """The workplaces of a round with priority and reason; `?left=1` only those nobody has visited."""
    held = round_for(request.post, round)
    sheets = sheets_of(held, request.today)
    left = request.GET.get("left") == "1"
    light, word = STATES[held.state(request.today)]
    context = {
        "round": held, "light": light, "word": word, "left": left,
        "sheets": [(one, PRIORITIES[one.ranked.level], in_words(one)) for one in sheets if not (left and one.visit)],
        "coverage": figure(COVERAGE, held.organisation, Window.year_to(counted_to(held, request.today))),
        "may_edit": held.closed_on is None and bool(request.post.may("survey.edit", held.organisation)),
    }  # fmt: skip
    return render(request, "desk/survey/round.html", context)


@needs("survey.edit")
@require_POST
def close(request: DeskRequest, round: int) -> HttpResponse:
    """Close a round that has come far enough."""
    held = round_for(request.post, round)
    close_round(held=held, on=request.today, by=request.post, at=request.now)
    messages.success(request, gettext("本轮摸排已办结。"))
    return redirect("survey-round", held.pk)


def counted_to(held: Any, today: dt.date) -> dt.date:
    """The day as of which a round's coverage is told: its last day, or today while it runs."""
    return min(held.ends_on, today)


def in_words(sheet: Any) -> str:
    """Why a workplace has its priority."""
    return "；".join(reason.sentence(gettext) for reason in sheet.ranked.reasons)
