"""The list of orders and the page of one."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from zhijia.papers.preview import to_html
from zhijia.targets.papers import slip_of
from zhijia.targets.queries import (
    OrderCard,
    changes_of,
    county_targets,
    order_of,
    orders_of,
    slip_of_number,
    slips_of,
    waiting_targets,
    years_with_targets,
)
from zhijia.targets.rules import OrderState
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.matrix.asked import year_of
from zhijia.web.desk.papers import paper_file


@needs("orders.view")
def orders(request: DeskRequest) -> HttpResponse:
    """County: plan clauses, targets, splits, all orders. Committee: its own orders."""
    year, post = year_of(request), request.post
    cards = orders_of(post, year, request.today)
    may_issue, may_edit = bool(post.may("orders.issue")), bool(post.may("targets.edit"))
    context = {
        "year": year,
        "years": sorted({*years_with_targets(post), request.today.year, year}, reverse=True),
        "cards": cards,
        "may_issue": may_issue,
        "may_edit": may_edit,
        "targets": county_targets(post, year) if may_edit else [],
        "waiting": waiting_targets(post, year) if may_edit else 0,
        "drafts": sum(card.state == OrderState.DRAFT for card in cards),
        "slips": slips_of(post, year),
        "due": [(card, task) for card in cards for task in card.tasks if task.due],
    }
    return render(request, "desk/orders/list.html", context)


@needs("orders.view")
def order(request: DeskRequest, number: int) -> HttpResponse:
    """One order: its tasks with progress, its paper, what was said about it."""
    card = order_of(request.post, number, request.today)
    place = card.order.organisation
    context = {
        "card": card,
        "order": card.order,
        "objections": card.order.objections.select_related(
            "target", "by__user", "by__organisation", "decided_by__user", "decided_by__organisation"
        ),
        "feedback": card.order.feedback.select_related("by__user", "by__organisation"),
        "changes": changes_of(card.order),
        "may_issue": bool(request.post.may("orders.issue", place)),
        "may_edit": bool(request.post.may("targets.edit", place)),
        "may_sign": bool(request.post.may("orders.sign", place)) and card.order.issued_at is not None,
        "may_object": card.object_by is not None and request.today <= card.object_by and not card.order.closed_at,
        "preview": _preview(card, request.today) if card.state == OrderState.DRAFT else "",
    }
    return render(request, "desk/orders/order.html", context)


@needs("orders.view")
def paper(request: DeskRequest, number: int, form: str) -> HttpResponse:
    """The bytes as they were issued."""
    held = order_of(request.post, number, request.today).order
    return paper_file(held.paper, f"order-{held.year}-{held.pk}", form)


@needs("orders.view")
def slip_paper(request: DeskRequest, number: int, form: str) -> HttpResponse:
    """The bytes of a supervision slip as they were issued."""
    held = slip_of_number(request.post, number)
    return paper_file(held.paper, f"slip-{held.pk}", form)


def _preview(card: OrderCard, on: dt.date) -> SafeString:
    """The paper as it would be issued today; its words were escaped by the paper engine."""
    return mark_safe(to_html(slip_of(card.order, on), _passport))  # noqa: S308


def _passport(reference: str) -> str:
    """The passport of a figure a paper names."""
    key, organisation, as_of = reference.split("|")
    return f"{reverse('passport', args=[key, organisation])}?as_of={as_of}"
