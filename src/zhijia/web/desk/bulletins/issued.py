"""What is true of an issued circular for ever, the files, and what is told of it later: restatements."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhijia.bulletins.actions import publish_restatement
from zhijia.bulletins.differences import CAUSES, differences_of
from zhijia.bulletins.queries import bulletin_for
from zhijia.indicators.queries import indicator_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.queries import root
from zhijia.web.desk.gate import DeskRequest, needs

NO_PAPER = gettext_noop("这份通报还没有签发，没有正式文件；可以先打印预览。")
KINDS = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "pdf": ("application/pdf", "pdf"),
}


@needs("bulletins.view")
def paper(request: DeskRequest, number: int, kind: str) -> HttpResponse:
    """The issued file, exactly as issued."""
    found = bulletin_for(request.post, number)
    if found.paper is None or kind not in KINDS:
        raise NotFound(NO_PAPER)
    media, ending = KINDS[kind]
    data = bytes(found.paper.docx if kind == "docx" else found.paper.pdf)
    name = f"bulletin-{found.period}-{found.pk}.{ending}"
    return HttpResponse(data, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@needs("bulletins.view")
def restatement(request: DeskRequest, number: int) -> HttpResponse:
    """What has changed since: figure, then, now, cause; and what was published of it."""
    found = bulletin_for(request.post, number)
    if request.method == "POST":
        note = request.POST.get("note", "")
        publish_restatement(bulletin=found, note=note, by=request.post, at=request.now)
        messages.success(request, _("更正已发布。"))
        return redirect("restatement", number)
    lines = [
        (indicator_of(one.indicator).title, one, [(cause, CAUSES[cause.kind]) for cause in one.causes])
        for one in differences_of(found, root())
        if request.post.path == str(root().path) or one.organisation == request.post.organisation_id
    ]
    published = [
        (one, [(indicator_of(line["indicator"]).title, line) for line in one.lines])
        for one in found.restatements.select_related("by__user")
    ]
    context = {
        "bulletin": found, "lines": lines, "published": published,
        "may_issue": bool(request.post.may("bulletins.issue")),
    }  # fmt: skip
    return render(request, "desk/bulletins/restatement.html", context)
