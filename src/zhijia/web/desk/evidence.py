"""Evidence files on screen: put one to a record, open or download it, take it away."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases.actions.papers import SUBJECT as CASE
from zhijia.cases.queries import case_of
from zhijia.evidence.actions import attach, detach
from zhijia.evidence.queries import attachment_for
from zhijia.evidence.sniff import SAFE_INLINE
from zhijia.evidence.stored import opened
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import insist_living

NO_FILE = gettext_noop("请先选择要上传的文件。")
SANDBOX = "sandbox; default-src 'none'; img-src 'self'; object-src 'self'; frame-ancestors 'none'"


@needs("evidence.edit")
@require_POST
def upload(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """Put a file to a place of a record."""
    register = register_of(key)
    row = record_of(register, request.post, number)
    insist_living(register, row)
    file = request.FILES.get("file")
    if file is None:
        raise Problem(NO_FILE)
    slots = {slot.key for slot in register.slots}
    slot = request.POST.get("slot", "")
    attach(
        name=str(file.name), chunks=file.chunks(), subject=register.key, subject_id=row.pk,
        slot=slot if slot in slots else "", organisation=row.organisation, by=request.post, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已上传“%(name)s”。") % {"name": file.name})
    return redirect("record", key, row.pk)


@needs("evidence.view")
def download(request: DeskRequest, number: int) -> HttpResponseBase:
    """The bytes, to those who may see the record they prove. Pictures and PDF may be opened, in a sandbox."""
    attachment = attachment_for(request.post, number)
    insist_case(request, attachment)
    path = opened(attachment.file.sha256)
    media_type = attachment.file.media_type
    inline = request.GET.get("open") == "1" and media_type in SAFE_INLINE
    response = FileResponse(
        path.open("rb"), as_attachment=not inline, filename=attachment.name, content_type=media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


@needs("evidence.edit")
def remove(request: DeskRequest, number: int) -> HttpResponse:
    """Take evidence away, with the reason."""
    attachment = attachment_for(request.post, number)
    insist_case(request, attachment)
    request.post.may("evidence.edit", attachment.organisation).insist()
    if request.method == "POST":
        detach(attachment=attachment, reason=request.POST.get("reason", ""), by=request.post, at=request.now)
        messages.success(request, gettext("已移除“%(name)s”。") % {"name": attachment.name})
        if attachment.subject == CASE:
            return redirect("case", attachment.subject_id)
        return redirect("record", attachment.subject, attachment.subject_id)
    return render(request, "desk/evidence/remove.html", {"attachment": attachment})


def insist_case(request: DeskRequest, attachment: Any) -> None:
    """Papers of a case are for those who may see the case, which is narrower than the subtree."""
    if attachment.subject == CASE:
        case_of(request.post, attachment.subject_id, request.today)


urlpatterns = [
    path("evidence/<str:key>/<int:number>/", upload, name="evidence-upload"),
    path("evidence/<int:number>/", download, name="evidence"),
    path("evidence/<int:number>/remove/", remove, name="evidence-remove"),
]
