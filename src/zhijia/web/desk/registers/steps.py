"""Steps in the life of a membership, and the acceptance of a member from another union."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.registers.base.lookups import organisation_line, organisation_named
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.membership import accept_transfer, step_of, take_step
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import MEMBER, insist_living
from zhijia.web.desk.registers.write import posted_day, seen_at


@needs("members.edit")
def step(request: DeskRequest, number: int, step: str) -> HttpResponse:
    """Ask for day, reason and, for a transfer, the receiving union; then take the step."""
    found, chosen = register_of(MEMBER), step_of(step)
    row = record_of(found, request.post, number)
    request.post.may("members.edit", row.organisation).insist()
    insist_living(found, row)
    if request.method == "POST":
        text = request.POST.get("union", "")
        union = organisation_named(request.post, text) if chosen.moves and text.strip() else None
        on = posted_day(request, "on")
        take_step(
            member=row, step=chosen, on=on, by=request.post, at=request.now, union=union,
            reason=request.POST.get("reason", ""), seen=seen_at(request),
        )  # fmt: skip
        messages.success(request, gettext("已办理%(step)s。") % {"step": chosen.label})
        return redirect("record", MEMBER, row.pk)
    return render(request, "desk/registers/step.html", {"register": found, "row": row, "step": chosen})


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
