"""Delegation on screen: who acts for me from one day to another, whom I act for."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases.actions import delegate, take_back
from zhijia.cases.queries import office_holders
from zhijia.cases.queries.lists import delegations_of
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.orders.typed import day_of

NOBODY = gettext_noop("请选择受托人。")
NO_DAYS = gettext_noop("请填写委托的起止日期。")
NO_DELEGATION = gettext_noop("没有这项委托。")


@needs("cases.act")
def delegations(request: DeskRequest) -> HttpResponse:
    """Given and taken, and the form for a new one."""
    post, on = request.post, request.today
    rows = [
        (one, one.giver_id == post.pk, one.ended_on is None and one.since <= on <= one.until,
         one.ended_on is None and one.until >= on and one.giver_id == post.pk)
        for one in delegations_of(post)
    ]  # fmt: skip
    people = office_holders(post, on).exclude(user=post.user)
    return render(request, "desk/cases/delegations.html", {"rows": rows, "people": people})


@needs("cases.act")
@require_POST
def give(request: DeskRequest) -> HttpResponse:
    """Name who acts."""
    number = request.POST.get("to", "")
    people = office_holders(request.post, request.today)
    to = people.filter(pk=int(number)).first() if number.isascii() and number.isdigit() and len(number) < 18 else None
    if to is None:
        raise Problem(NOBODY)
    since = day_of(request.POST.get("since", ""), gettext("委托自"))
    until = day_of(request.POST.get("until", ""), gettext("委托至"))
    if since is None or until is None:
        raise Problem(NO_DAYS)
    delegate(
        to=to, since=since, until=until, reason=request.POST.get("reason", ""), by=request.post, on=request.today,
        at=request.now,
    )  # fmt: skip
    messages.success(request, gettext("已委托%(person)s代为办理。") % {"person": to.user})
    return HttpResponseRedirect(reverse("delegations"))


@needs("cases.act")
@require_POST
def take(request: DeskRequest, delegation: int) -> HttpResponse:
    """Take a delegation back."""
    held = delegations_of(request.post).filter(pk=delegation).first()
    if held is None:
        raise NotFound(NO_DELEGATION)
    take_back(delegation=held, by=request.post, on=request.today, at=request.now)
    messages.success(request, gettext("已收回委托。"))
    return HttpResponseRedirect(reverse("delegations"))
