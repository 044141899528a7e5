"""Steps in the life of a membership, and the acceptance of a member from another union."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.lookups import organisation_line, organisation_named
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.membership import Paper, Step, accept_transfer, step_of, take_step
from zhijia.registers.organising.membership_actors import may_take
from zhijia.registers.organising.transfers import transfer_to, union_anywhere
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import MEMBER, insist_living
from zhijia.web.desk.registers.write import posted_day, seen_at

NOT_YET = gettext_noop("%(on)s还没有到，会籍只能按已经发生的日期办理。")


@needs("members.edit")
def step(request: DeskRequest, number: int, step: str) -> HttpResponse:
    """Ask for day, reason and, for a transfer, the receiving union; then take the step."""
    found, chosen = register_of(MEMBER), step_of(step)
    receives = chosen.actor == "receiver"
    row = transfer_to(request.post, number) if receives else record_of(found, request.post, number)
    may_take(row, chosen, request.post).insist()
    insist_living(found, row)
    back = reverse("transfers") if receives else reverse("record", args=[MEMBER, row.pk])
    if request.method == "POST":
        on = posted_day(request, "on")
        if on > request.today:
            raise Problem(NOT_YET, on=on)
        take_step(
            member=row, step=chosen, on=on, by=request.post, at=request.now, union=_union(request, chosen),
            reason=request.POST.get("reason", ""), papers=_papers(request, chosen), seen=seen_at(request),
        )  # fmt: skip
        messages.success(request, gettext("已办理%(step)s。") % {"step": chosen.label})
        return redirect(back)
    slots = [slot for slot in found.slots if slot.key in chosen.papers]
    context = {"register": found, "row": row, "step": chosen, "slots": slots, "back": back}
    return render(request, "desk/registers/step.html", context)


def _union(request: DeskRequest, step: Step) -> Any:
    """The receiving union: one of the post's own for a move, any of the county, named in full, for a transfer."""
    text = request.POST.get("union", "").strip()
    if not text:
        return None
    if step.moves:
        return organisation_named(request.post, text)
    return union_anywhere(text) if step.names else None


def _papers(request: DeskRequest, step: Step) -> list[Paper]:
    """The files sent with the form, each for its place of evidence."""
    sent = [(key, request.FILES.get(key)) for key in step.papers]
    return [(key, str(file.name), file.chunks()) for key, file in sent if file is not None]


@needs("members.edit")
def accept(request: DeskRequest) -> HttpResponse:
    """Take in a member by whole number and name."""
    found = register_of(MEMBER)
    if request.method == "POST":
        union = organisation_named(request.post, request.POST.get("union", ""))
        on = posted_day(request, "on")
        number, name = request.POST.get("id_number", ""), request.POST.get("name", "")
        row = accept_transfer(id_number=number, name=name, union=union, on=on, by=request.post, at=request.now)
        messages.success(request, gettext("已接收“%(name)s”。") % {"name": row.name})
        return redirect("record", MEMBER, row.pk)
    context = {"register": found, "line": organisation_line(request.post.organisation)}
    return render(request, "desk/registers/accept.html", context)
