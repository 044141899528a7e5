"""What an officer does with a clause; after each decision the next one that waits is shown."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.targets.actions import add_clause, confirm_clause, drop_plan, reject_clause, reopen_clause
from zhijia.targets.queries import clause_of, clauses_of, next_open, plan_of
from zhijia.targets.queries.plans import Plan
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.plans.forms import ClauseForm
from zhijia.web.desk.plans.views import reader_page

NOT_IN_TEXT = gettext_noop("正文中找不到“%(words)s”，请照原文粘贴，或直接在正文中选择。")


@needs("plans.edit")
@require_POST
def confirm(request: DeskRequest, number: int, clause: int) -> HttpResponse:
    """Make the clause a target; a refusal is shown beside the form with what was typed."""
    held = clause_of(request.post, number, clause)
    form = ClauseForm(request.POST)
    if form.is_valid():
        try:
            made = confirm_clause(clause=held, values=form.values(), by=request.post, at=request.now)
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            words = ngettext("已确认，生成%(count)s项目标。", "已确认，生成%(count)s项目标。", len(made))
            messages.success(request, words % {"count": len(made)})
            return _next(held.plan, clause)
    return reader_page(request, held.plan, form, clause)


@needs("plans.edit")
@require_POST
def reject(request: DeskRequest, number: int, clause: int) -> HttpResponse:
    """Set the clause aside with its reason."""
    held = clause_of(request.post, number, clause)
    reject_clause(clause=held, reason=request.POST.get("reason", ""), by=request.post, at=request.now)
    return _next(held.plan, clause)


@needs("plans.edit")
@require_POST
def reopen(request: DeskRequest, number: int, clause: int) -> HttpResponse:
    """Undo a decision and stay at the clause."""
    held = clause_of(request.post, number, clause)
    reopen_clause(clause=held, by=request.post, at=request.now)
    messages.success(request, gettext("已撤销原来的处理，请重新确认。"))
    return _at(held.plan.pk, clause)


@needs("plans.edit")
@require_POST
def add(request: DeskRequest, number: int) -> HttpResponse:
    """Mark words of the text as a clause: by offsets (selected) or by the words themselves (typed)."""
    held = plan_of(request.post, number)
    start, end = _span(request, held)
    made = add_clause(plan=held, start=start, end=end, by=request.post)
    return _at(held.pk, made.pk)


@needs("plans.edit")
@require_POST
def drop(request: DeskRequest, number: int) -> HttpResponse:
    """Throw a text away that was read in by mistake."""
    held = plan_of(request.post, number)
    drop_plan(plan=held, by=request.post)
    messages.success(request, gettext("已删除“%(title)s”。") % {"title": held.title})
    return HttpResponseRedirect(reverse("plans"))


def _span(request: DeskRequest, plan: Plan) -> tuple[int, int]:
    start, end = request.POST.get("start", ""), request.POST.get("end", "")
    if start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(start + end) < 20:
        return int(start), int(end)
    words = request.POST.get("words", "").strip()
    at = plan.text.find(words) if words else -1
    if at < 0:
        raise NotFound(NOT_IN_TEXT, words=words[:40])
    return at, at + len(words)


def _next(plan: Plan, after: int) -> HttpResponseRedirect:
    following = next_open(clauses_of(plan), after)
    return _at(plan.pk, following.pk if following else after)


def _at(plan: int, clause: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('plan', args=[plan])}?clause={clause}#clause-{clause}")
