"""What awaits a post: orders to sign for, cases at its step, objections to answer."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.cases.queries import awaiting
from zhijia.schemes.words import said
from zhijia.targets.deadlines import sign_until
from zhijia.targets.queries.mine import objections_to_decide, orders_to_sign
from zhijia.web.desk.cases.words import stands
from zhijia.web.desk.home.lines import DeskLine, due_line


def orders(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Orders handed down that nobody has signed for, by the last day for signing."""
    for order in orders_to_sign(post):
        label = _("待签收：%(number)s %(title)s") % {"number": order.number, "title": order.title}
        url = reverse("order", args=[order.pk])
        yield due_line(label, url, sign_until(order.issued_on), on) if order.issued_on else DeskLine(label, url)


SHOWN = 8


def cases(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Cases at a step this post takes, the nearest limit first; beyond a handful one line leads to the list."""
    if not post.may("cases.act"):
        return
    near = list(awaiting(post, on)[: SHOWN + 1])
    for case in near[:SHOWN]:
        label = _("待办理：%(title)s，%(step)s") % {"title": case.title, "step": said(stands(case))}
        url = reverse("case", args=[case.pk])
        yield due_line(label, url, case.due_on, on) if case.due_on else DeskLine(label, url)
    if len(near) > SHOWN:
        yield DeskLine(_("还有待办理的办件，打开名单"), reverse("cases"))


def objections(post: Post, on: dt.date) -> Iterator[DeskLine]:
    """Objections raised below that nobody has answered, oldest first."""
    for objection in objections_to_decide(post):
        told = {"organisation": objection.order.organisation, "reason": objection.reason}
        label = _("待答复：%(organisation)s的异议“%(reason)s”") % told
        yield DeskLine(label, reverse("order", args=[objection.order_id]), objection.at.date())
