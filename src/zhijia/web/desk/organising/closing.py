"""Closing a union on screen: every member with a place to go, chosen by a person, before anything is closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.lookups import organisation_named
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.closing import close_with_members, members_to_settle
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import insist_living
from zhijia.web.desk.registers.write import posted_day

UNION, CAUSES = "organising.union", "closing-cause"
RETAIN, MOVE = "retain", "move"
FIELDS = ("cause", "on", "reason", "fate_others", "union_others")
UNKNOWN_CAUSE = gettext_noop("撤销缘由不在可选范围内，请从列表中选择。")


@needs("unions.edit")
def close(request: DeskRequest, number: int) -> HttpResponse:
    """Cause, day, reason and the fate of each member; a refusal keeps what was chosen."""
    found = register_of(UNION)
    row = record_of(found, request.post, number)
    request.post.may("unions.edit", row.organisation).insist()
    insist_living(found, row)
    members, fault = members_to_settle(row), ""
    if request.method == "POST":
        try:
            _close(request, row, members)
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            messages.success(
                request,
                gettext("已撤销：会员已逐人安置，任职、届次、机构、证书和合同已终止，覆盖单位回到上级组织名下。"),
            )
            return redirect("record", UNION, row.pk)
    sent = {name: request.POST.get(name, "") for name in FIELDS}
    context = {
        "register": found,
        "row": row,
        "fault": fault,
        "causes": [(code, said(entry.label)) for code, entry in catalogue().codes[CAUSES].entries.items()],
        "people": [
            (member, request.POST.get(f"fate_{member.pk}", ""), request.POST.get(f"union_{member.pk}", ""))
            for member in members
        ],
        "sent": sent,
    }
    return render(request, "desk/organising/close.html", context, status=422 if fault else 200)


def _close(request: DeskRequest, row: Any, members: Any) -> None:
    sent = request.POST
    cause = sent.get("cause", "")
    if cause and cause not in catalogue().codes[CAUSES].entries:
        raise Problem(UNKNOWN_CAUSE)
    fates: dict[int, Any] = {}
    for member in members:
        choice = sent.get(f"fate_{member.pk}", "") or sent.get("fate_others", "")
        named = sent.get(f"union_{member.pk}", "").strip() or sent.get("union_others", "").strip()
        if choice == RETAIN:
            fates[member.pk] = None
        elif choice == MOVE:
            fates[member.pk] = organisation_named(request.post, named)
    close_with_members(
        union=row, cause=cause, reason=sent.get("reason", ""), on=posted_day(request, "on"), fates=fates,
        by=request.post, at=request.now,
    )  # fmt: skip
