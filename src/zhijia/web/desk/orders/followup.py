"""What follows an issued order: receipt, objection and its answer, report, slip, closing."""

import datetime as dt
from fractions import Fraction

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.kit.money import one_decimal
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.targets.actions import close_order, decide_objection, give_feedback, issue_slip, object_to, sign_for
from zhijia.targets.queries import objection_of, order_of, target_of
from zhijia.targets.queries.orders import Task
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.orders.typed import day_of, number_of
from zhijia.web.templatetags.targets import days_words

NOT_ISSUED = gettext_noop("这项目标还没有随交办单下达，不能督办。")
NO_TASK = gettext_noop("请选择交办单上的一项任务。")
SLIP_DAYS = 7


@needs("orders.sign")
@require_POST
def sign(request: DeskRequest, number: int) -> HttpResponse:
    """Sign for the order."""
    held = order_of(request.post, number, request.today).order
    signed = sign_for(order=held, by=request.post, on=request.today, at=request.now)
    messages.success(request, gettext("已签收%(number)s。") % {"number": signed.number})
    return _at(number)


@needs("orders.sign")
@require_POST
def objection(request: DeskRequest, number: int) -> HttpResponse:
    """Object to one task."""
    card = order_of(request.post, number, request.today)
    chosen = next((task for task in card.tasks if str(task.target.pk) == request.POST.get("target")), None)
    if chosen is None:
        raise NotFound(NO_TASK)
    proposed = number_of(request.POST.get("proposed", ""), gettext("建议值"))
    object_to(
        order=card.order, target=chosen.target, reason=request.POST.get("reason", ""), proposed=proposed,
        by=request.post, on=request.today, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("异议已提交县总工会。"))
    return _at(number)


@needs("targets.edit")
@require_POST
def decide(request: DeskRequest, number: int) -> HttpResponse:
    """Answer an objection."""
    held = objection_of(request.post, number)
    decide_objection(
        objection=held, accepted=request.POST.get("decision") == "accept", answer=request.POST.get("answer", ""),
        value=number_of(request.POST.get("value", ""), gettext("调整后目标值")), by=request.post, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已答复异议。"))
    return _at(held.order_id)


@needs("orders.sign")
@require_POST
def feedback(request: DeskRequest, number: int) -> HttpResponse:
    """Report on the order."""
    held = order_of(request.post, number, request.today).order
    give_feedback(
        order=held, text=request.POST.get("text", ""), difficulty=request.POST.get("difficulty", ""),
        expected=day_of(request.POST.get("expected", ""), gettext("预计完成日期")), by=request.post, at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已反馈。"))
    return _at(number)


@needs("orders.issue")
@require_POST
def close(request: DeskRequest, number: int) -> HttpResponse:
    """Cross the order off once every figure reached its target."""
    card = order_of(request.post, number, request.today)
    close_order(order=card.order, unfinished=card.unfinished, by=request.post, at=request.now)
    messages.success(request, gettext("已销号。"))
    return _at(number)


@needs("orders.issue")
@require_POST
def slip(request: DeskRequest, number: int) -> HttpResponse:
    """Issue the supervision slip the clock proposes today."""
    held = target_of(request.post, number)
    if held.order_id is None:
        raise NotFound(NOT_ISSUED)
    card = order_of(request.post, held.order_id, request.today)
    task = next(one for one in card.tasks if one.target.pk == number)
    deadline = day_of(request.POST.get("deadline", ""), gettext("办理期限"))
    made = issue_slip(
        target=held, colour=task.due.colour if task.due else None, reason=reason_words(task) if task.due else "",
        done=task.cell.figure,
        deadline=deadline or request.today + dt.timedelta(days=SLIP_DAYS), by=request.post, on=request.today,
        at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已签发督办单%(number)s。") % {"number": made.number})
    return _at(held.order_id)


def reason_words(task: Task) -> str:
    """Why a slip is due, in one line: what is due, what was reached, days left."""
    assert task.due is not None
    reached = task.cell.share or Fraction(0)
    words = gettext("%(task)s：应完成%(due)s%%，实际完成%(done)s%%，%(left)s")
    return words % {
        "task": task.task,
        "due": one_decimal(task.cell.due_share * 100),
        "done": one_decimal(reached * 100),
        "left": days_words(task.due.days_left),
    }


def _at(order: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("order", args=[order]))
