"""Applying for membership, and adding a paper to an application that waits."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.organising.joining import add_paper, apply_for_membership
from zhijia.registers.organising.own import own_row, union_numbered, unions_named
from zhijia.web.member.gate import MemberRequest, own

NO_FILE = gettext_noop("请先选择要上传的照片或文件。")


@own
def join(request: MemberRequest) -> HttpResponse:
    """First the union by a part of its name, then the form; the telephone is the one signed in with."""
    words = request.GET.get("q", "")
    chosen = union_numbered(request.POST.get("union", "") or request.GET.get("union", ""), request.today)
    fault = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            apply_for_membership(
                account=request.member, name=request.POST.get("name", ""), id_number=request.POST.get("id_number", ""),
                union=chosen, on=request.today, at=request.now,
                paper=(str(file.name), file.chunks()) if file is not None else None,
            )  # fmt: skip
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            messages.success(request, gettext("申请已送到“%(union)s”，办理情况在这里看。") % {"union": chosen})
            return redirect("my")
    context = {
        "words": words, "found": unions_named(words, request.today), "chosen": chosen, "fault": fault,
        "typed": request.POST if fault else {},
    }  # fmt: skip
    return render(request, "member/join.html", context, status=422 if fault else 200)


@own
@require_POST
def paper(request: MemberRequest, application: int) -> HttpResponse:
    """A photograph of a paper, to one's own application."""
    row = own_row(request.member, application)
    file = request.FILES.get("file")
    if file is None:
        raise Problem(NO_FILE)
    add_paper(row=row, paper=(str(file.name), file.chunks()), at=request.now)
    messages.success(request, gettext("已上传“%(name)s”。") % {"name": file.name})
    return redirect("my")
