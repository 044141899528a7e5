"""Answering objections and appeals, ending a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases import actions
from zhijia.web.desk.cases.told import back_to, told
from zhijia.web.desk.gate import DeskRequest, needs


@needs("cases.act")
@require_POST
def answer(request: DeskRequest, case: int, objection: int) -> HttpResponse:
    """Answer an objection."""
    actions.answer_objection(
        **told(request, case), objection=objection, upheld=request.POST.get("decision") == "upheld",
        answer=request.POST.get("answer", ""),
    )  # fmt: skip
    messages.success(request, gettext("已答复异议。"))
    return back_to(case)


@needs("cases.act")
@require_POST
def end(request: DeskRequest, case: int) -> HttpResponse:
    """End the case in one of its ways."""
    actions.end_case(
        **told(request, case), ending=request.POST.get("ending", ""), reason=request.POST.get("reason", "")
    )
    messages.success(request, gettext("办件已终止。"))
    return back_to(case)


@needs("cases.act")
@require_POST
def appeal(request: DeskRequest, case: int) -> HttpResponse:
    """The applicant appeals."""
    actions.appeal(**told(request, case), reason=request.POST.get("reason", ""))
    messages.success(request, gettext("申诉已提交。"))
    return back_to(case)


@needs("cases.act")
@require_POST
def hear(request: DeskRequest, case: int) -> HttpResponse:
    """Answer the appeal."""
    actions.answer_appeal(
        **told(request, case), upheld=request.POST.get("decision") == "upheld", answer=request.POST.get("answer", "")
    )
    messages.success(request, gettext("已答复申诉。"))
    return back_to(case)
