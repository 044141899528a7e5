"""Who waits (转会、入会申请): to be taken in here, let go from here, and applicants without an answer."""

from django.http import HttpResponse
from django.shortcuts import render

from zhijia.registers.organising.applicants import applicants
from zhijia.registers.organising.transfers import Transfer, arriving, leaving
from zhijia.web.desk.gate import DeskRequest, needs


@needs("members.view")
def transfers(request: DeskRequest) -> HttpResponse:
    """待接收, 转出未接 and 待答复 of the post's own part of the tree."""
    post, on = request.post, request.today

    def marked(found: list[Transfer]) -> list[tuple[Transfer, str]]:
        return [(each, "escalated" if each.escalated(on) else "late" if each.late(on) else "") for each in found]

    context = {
        "arriving": marked(arriving(post)),
        "leaving": marked(leaving(post)),
        "applicants": applicants(post, on),
        "may_edit": bool(post.may("members.edit")),
    }
    return render(request, "desk/membership/transfers.html", context)
