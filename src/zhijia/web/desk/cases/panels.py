"""Panels on screen: naming the members, giving a score, standing back."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.cases import actions
from zhijia.cases.queries import office_holders
from zhijia.web.desk.cases.told import back_to, told
from zhijia.web.desk.gate import DeskRequest, needs


@needs("cases.act")
@require_POST
def seat(request: DeskRequest, case: int) -> HttpResponse:
    """Name the panel by the numbers of its posts."""
    wanted = [number for number in request.POST.getlist("member") if number.isascii() and number.isdigit()]
    members = list(office_holders(request.post, request.today).filter(pk__in=wanted))
    actions.seat_panel(**told(request, case), members=members)
    messages.success(request, gettext("评审组已确定。"))
    return back_to(case)


@needs("cases.act")
@require_POST
def give_score(request: DeskRequest, case: int) -> HttpResponse:
    """One's own score."""
    actions.score(**told(request, case), score=request.POST.get("score", ""), text=request.POST.get("text", ""))
    messages.success(request, gettext("已评分。"))
    return back_to(case)


@needs("cases.act")
@require_POST
def stand_back(request: DeskRequest, case: int) -> HttpResponse:
    """Declare an interest."""
    actions.recuse(**told(request, case), reason=request.POST.get("reason", ""))
    messages.success(request, gettext("已声明回避。"))
    return back_to(case)
