"""What the county does with drafts: make, word, drop, issue one or all."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from zhijia.targets.actions import draft_orders, drop_draft, edit_requirements, issue_orders
from zhijia.targets.actions.plans import check_year
from zhijia.targets.queries import order_of, orders_of
from zhijia.targets.rules import OrderState
from zhijia.web.desk.gate import DeskRequest, needs


@needs("orders.issue")
@require_POST
def draft(request: DeskRequest) -> HttpResponse:
    """One draft for each unit with targets that wait."""
    year = _year(request)
    made = draft_orders(year=year, by=request.post, at=request.now)
    words = ngettext("已起草%(count)s份交办单。", "已起草%(count)s份交办单。", len(made))
    messages.success(request, words % {"count": len(made)})
    return _list(year)


@needs("orders.issue")
@require_POST
def issue_all(request: DeskRequest) -> HttpResponse:
    """All drafts of the year, or none."""
    year = _year(request)
    drafts = [card.order for card in orders_of(request.post, year, request.today) if card.state == OrderState.DRAFT]
    issued = issue_orders(orders=drafts, by=request.post, on=request.today, at=request.now)
    words = ngettext("已签发%(count)s份交办单。", "已签发%(count)s份交办单。", len(issued))
    messages.success(request, words % {"count": len(issued)})
    return _list(year)


@needs("orders.issue")
@require_POST
def issue(request: DeskRequest, number: int) -> HttpResponse:
    """One draft."""
    held = order_of(request.post, number, request.today).order
    issued = issue_orders(orders=[held], by=request.post, on=request.today, at=request.now)[0]
    messages.success(request, gettext("已签发%(number)s。") % {"number": issued.number})
    return HttpResponseRedirect(reverse("order", args=[number]))


@needs("orders.issue")
@require_POST
def requirements(request: DeskRequest, number: int) -> HttpResponse:
    """The wording of a draft."""
    held = order_of(request.post, number, request.today).order
    edit_requirements(order=held, text=request.POST.get("requirements", ""), by=request.post)
    messages.success(request, gettext("已保存工作要求。"))
    return HttpResponseRedirect(reverse("order", args=[number]))


@needs("orders.issue")
@require_POST
def drop(request: DeskRequest, number: int) -> HttpResponse:
    """Throw a draft away; its targets wait for the next one."""
    held = order_of(request.post, number, request.today).order
    year = held.year
    drop_draft(order=held, by=request.post)
    messages.success(request, gettext("已删除草稿，目标留待下次起草。"))
    return _list(year)


def _year(request: DeskRequest) -> int:
    text = request.POST.get("year", "")
    return check_year(int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0)


def _list(year: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('orders')}?year={year}")
