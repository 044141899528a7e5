"""Taking a step of an item: progress, report, acceptance, return, reopening, extension."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.kit.problem import Problem
from zhijia.registers.base.queries import record_of
from zhijia.registers.organising.follow_rights import may_follow
from zhijia.registers.organising.follow_steps import follow_step
from zhijia.registers.organising.following import follow
from zhijia.registers.organising.followups import FOLLOWUPS
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.orders.typed import day_of
from zhijia.web.desk.registers.record import insist_living
from zhijia.web.desk.registers.write import seen_at


@needs("followups.view")
def step(request: DeskRequest, number: int, step: str) -> HttpResponse:
    """Ask for words, evidence, rule or day as the step wants them; then take it."""
    chosen, row = follow_step(step), record_of(FOLLOWUPS, request.post, number)
    insist_living(FOLLOWUPS, row)
    may_follow(row, chosen, request.post).insist()
    fault = ""
    if request.method == "POST":
        try:
            follow(
                item=row, step=chosen, words=request.POST.get("words", ""), on=request.today, by=request.post,
                at=request.now, rule=request.POST.get("rule", ""), due=day_of(request.POST.get("due", ""), gettext("完成时限")),
                files=_files(request), seen=seen_at(request),
            )  # fmt: skip
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            messages.success(request, gettext("已办理“%(step)s”。") % {"step": gettext(chosen.label)})
            return redirect("record", FOLLOWUPS.key, row.pk)
    context = {"register": FOLLOWUPS, "row": row, "step": chosen, "label": gettext(chosen.label),
               "words": gettext(chosen.words), "fault": fault, "typed": request.POST}  # fmt: skip
    return render(request, "desk/meetings/step.html", context, status=422 if fault else 200)


def _files(request: DeskRequest) -> list[Any]:
    return [(str(file.name), file.chunks()) for file in request.FILES.getlist("proof")]
