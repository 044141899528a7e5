"""What awaits a post: orders to sign for, objections to answer."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.targets.deadlines import sign_until
from zhijia.targets.queries.mine import objections_to_decide, orders_to_sign
from zhijia.web.desk.home.lines import DeskLine, due_line


def orders(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Orders handed down that nobody has signed for, by the last day for signing."""
    for order in orders_to_sign(post):
        label = _("待签收：%(number)s %(title)s") % {"number": order.number, "title": order.title}
        url = reverse("order", args=[order.pk])
        yield due_line(label, url, sign_until(order.issued_on), on) if order.issued_on else DeskLine(label, url)


def objections(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Objections raised below that nobody has answered, oldest first."""
    for objection in objections_to_decide(post):
        told = {"organisation": objection.order.organisation, "reason": objection.reason}
        label = _("待答复：%(organisation)s的异议“%(reason)s”") % told
        yield DeskLine(label, reverse("order", args=[objection.order_id]), objection.at.date())
