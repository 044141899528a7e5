"""What is true of an issued circular for ever, the files, and what is told of it later: restatements."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhijia.bulletins.actions import publish_restatement
from zhijia.bulletins.differences import CAUSES, differences_of
from zhijia.bulletins.queries import bulletin_for
from zhijia.indicators.queries import indicator_of
from zhijia.kit.problem import gettext_noop
from zhijia.orgs.queries import root
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.papers import paper_file

NO_PAPER = gettext_noop("这份通报还没有签发，没有正式文件；可以先打印预览。")


@needs("bulletins.view")
def paper(request: DeskRequest, number: int, kind: str) -> HttpResponse:
    """The issued file, exactly as issued."""
    found = bulletin_for(request.post, number)
    return paper_file(found.paper, f"bulletin-{found.period}-{found.pk}", kind, NO_PAPER)


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
