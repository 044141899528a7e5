"""Changing what was filled in, with the warning of what has to be approved again."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from zhijia.cases import actions
from zhijia.cases.queries import card_of, case_of
from zhijia.kit.problem import Problem
from zhijia.web.desk.cases.forms import field_of
from zhijia.web.desk.cases.told import back_to, new_key, told
from zhijia.web.desk.gate import DeskRequest, needs


@needs("cases.act")
def change(request: DeskRequest, case: int) -> HttpResponse:
    """Answers already given, to be changed; says what will have to be approved again."""
    held = case_of(request.post, case, request.today)
    card = card_of(request.post, held, request.today)
    asks = {key: ask for key, ask in card.edition.asks.items() if key in card.state.answers}
    fault = ""
    if request.method == "POST":
        given = {key: request.POST.get(key, "") for key in asks}
        changed = {key: text for key, text in given.items() if text != str(card.state.answers[key])}
        try:
            actions.change_answers(**told(request, case), answers=changed, reason=request.POST.get("reason", ""))
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            messages.success(request, gettext("已修改，原来的内容留在办理记录里。"))
            return back_to(case)
    form = forms.Form(request.POST or None, initial=dict(card.state.answers))
    form.fields.update({key: field_of(ask) for key, ask in asks.items()})
    approvers = [(step.label, [asks[key].label for key in step.approves if key in asks]) for step in card.edition.steps]
    context = {
        "card": card, "case": held, "form": form, "fault": fault, "key": new_key(),
        "approvers": [(label, labels) for label, labels in approvers if labels],
    }  # fmt: skip
    return render(request, "desk/cases/change.html", context, status=422 if fault else 200)
