"""The visit form, made for a phone that may lose its connection: the page keeps entries and sends them when it can.

Entries come with what the phone had before the eyes. Where somebody else changed the same field meanwhile, nothing is
saved and both versions come back for the officer to choose. Nothing asks where the phone is.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.kit.problem import NotFound, Problem, Refused
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.base.show import shown_value
from zhijia.registers.organising.drive.actions import VisitClash, record_visit
from zhijia.registers.organising.drive.queries.rounds import current_of, last_visit, round_for, sheets_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.survey.forms import VisitForm
from zhijia.web.desk.survey.rounds import PRIORITIES
from zhijia.web.desk.survey.sent import EMPLOYER, base_of, employer_of, typed_data

VISIT = "organising.visit"


@needs("survey.edit")
def visits(request: DeskRequest, round: int) -> HttpResponse:
    """The form with the workplaces of a round; `?employer=` opens one."""
    held = _held(request, round)
    sheets = [(one, json.dumps(one.current), PRIORITIES[one.ranked.level]) for one in sheets_of(held, request.today)]
    asked = request.GET.get("employer", "")
    chosen = next((one for one, _, _ in sheets if str(one.employer.pk) == asked), None)
    form = VisitForm(today=request.today, visitor=str(request.user))
    if chosen is not None:
        form.initial = dict(chosen.current)
    return _page(request, held, form, sheets=sheets, chosen=chosen)


@needs("survey.edit")
@require_POST
def upload(request: DeskRequest, round: int) -> HttpResponse:
    """One entry. The page's script gets JSON; without a script the same answers come as pages."""
    script = "X-Survey" in request.headers
    try:
        held, data = _held(request, round), typed_data(request.POST)
        employer = employer_of(request, data)
        form = VisitForm(data, today=request.today)
        if not form.is_valid():
            return _faulty(request, held, form, employer, script)
        record_visit(
            held=held, employer=employer, values=form.values(), base=base_of(request.POST), by=request.post,
            at=request.now, on=request.today,
        )  # fmt: skip
    except VisitClash as clash:
        return _clashed(request, held, data, clash, script)
    except Problem as problem:
        if not script:
            raise
        status = 403 if isinstance(problem, Refused) else 404 if isinstance(problem, NotFound) else 400
        return JsonResponse({"fault": problem.sentence(gettext)}, status=status)
    if script:
        fresh = record_of(register_of(EMPLOYER), request.post, employer.pk)
        return JsonResponse({"current": current_of(fresh, last_visit(held, fresh.pk))})
    messages.success(request, gettext("已保存“%(name)s”的走访记录。") % {"name": employer.name})
    return redirect("survey-round", held.pk)


def _held(request: DeskRequest, number: int) -> Any:
    held = round_for(request.post, number)
    request.post.may("survey.edit", held.organisation).insist()
    return held


def _clashed(request: DeskRequest, held: Any, data: QueryDict, clash: VisitClash, script: bool) -> HttpResponse:
    register = register_of(VISIT)
    fields = [
        (one, register.label_of(register.column(one.name)), *(shown_value(register, one.name, v) for v in (one.theirs, one.mine)))
        for one in clash.fields
    ]  # fmt: skip
    kept = [(name, data[name]) for name in VisitForm(today=request.today).fields if name in data]
    context = {
        "round": held, "employer": clash.employer, "fields": fields, "last": clash.last, "kept": kept,
        "base": json.dumps(clash.current), "sentence": clash.sentence(gettext),
    }  # fmt: skip
    if script:
        html = render_to_string("desk/survey/clash.html", context, request)
        return JsonResponse({"clash": html, "fault": context["sentence"]}, status=409)
    return render(request, "desk/survey/clash_page.html", context, status=409)


def _faulty(request: DeskRequest, held: Any, form: VisitForm, employer: Any, script: bool) -> HttpResponse:
    if script:
        told = "；".join(f"{form[name].label}：{faults[0]}" for name, faults in form.errors.items())
        return JsonResponse({"fault": told}, status=422)
    sheets = [(one, json.dumps(one.current), PRIORITIES[one.ranked.level]) for one in sheets_of(held, request.today)]
    chosen = next((one for one, _, _ in sheets if one.employer.pk == employer.pk), None)
    return _page(request, held, form, status=422, sheets=sheets, chosen=chosen)


def _page(request: DeskRequest, held: Any, form: VisitForm, *, status: int = 200, **more: Any) -> HttpResponse:
    chosen = more.get("chosen")
    base = request.POST.get("base") or (json.dumps(chosen.current) if chosen else "")
    context = {"round": held, "form": form, "base": base, **more}
    return render(request, "desk/survey/visits.html", context, status=status)
