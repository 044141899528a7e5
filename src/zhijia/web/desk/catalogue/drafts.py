"""A new edition: handed in by one officer, read by another beside the one in force, approved or not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases.actions import approve_edition, hand_in_edition, refuse_edition
from zhijia.cases.drafting import MOST_BYTES, read_draft
from zhijia.cases.editions import edition_before
from zhijia.cases.queries.editions import draft_called, drafts
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.comparing import compare
from zhijia.schemes.sentences import day_for, parts_of
from zhijia.web.desk.catalogue.pages import told
from zhijia.web.desk.gate import DeskRequest, needs

NO_FILE = gettext_noop("请先选择制度文件。")


@needs("catalogue.edit")
def hand_in(request: DeskRequest) -> HttpResponse:
    """Choose a file; one that would not work is refused with file, line and what would be right."""
    fault = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            if file is None:
                raise Problem(NO_FILE)
            made = hand_in_edition(
                name=str(file.name), content=file.read(MOST_BYTES + 1), by=request.post, at=request.now
            )
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            messages.success(request, gettext("已提交“%(name)s”，等另一人批准后生效。") % {"name": made.name})
            return redirect("catalogue-draft", made.pk)
    context = {"fault": fault, "drafts": drafts(request.post)[:30]}
    return render(request, "desk/catalogue/hand_in.html", context, status=422 if fault else 200)


@needs("settings.view")
def draft(request: DeskRequest, draft: int) -> HttpResponse:
    """What was handed in, as sentences, beside the edition before it."""
    held = draft_called(request.post, draft)
    read = read_draft(f"{held.name}.yaml", held.text.encode())
    before = edition_before(read.edition)
    day = day_for(read.edition, request.today)
    new = parts_of(read.edition, read.catalogue, day)
    old = parts_of(before, catalogue(), day) if before else []
    context = {
        "draft": held, "edition": read.edition, "before": before, "compared": compare(old, new) if before else [],
        "may_decide": held.state == "waiting" and bool(request.post.may("catalogue.approve")),
        "own": held.by.user_id == request.user.pk, **told(read.edition, read.catalogue, request),
    }  # fmt: skip
    return render(request, "desk/catalogue/draft.html", context)


@needs("catalogue.approve")
@require_POST
def approve(request: DeskRequest, draft: int) -> HttpResponse:
    """It holds from now on."""
    made = approve_edition(draft=draft_called(request.post, draft), by=request.post, at=request.now)
    messages.success(request, gettext("“%(name)s”已批准，从现在起生效。") % {"name": made.name})
    return redirect("catalogue-edition", made.name)


@needs("catalogue.approve")
@require_POST
def refuse(request: DeskRequest, draft: int) -> HttpResponse:
    """With the reason."""
    held = draft_called(request.post, draft)
    made = refuse_edition(draft=held, reason=request.POST.get("reason", ""), by=request.post, at=request.now)
    messages.success(request, gettext("“%(name)s”未批准，已告知提交人。") % {"name": made.name})
    return redirect("catalogue-draft", made.pk)
