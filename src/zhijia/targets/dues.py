"""What falls due of assignment orders: the receipt, and the days by which their tasks are to be done."""

from collections.abc import Iterator
from itertools import chain

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.kit.deadlines import deadline as worked_out
from zhijia.kit.deadlines import set_day
from zhijia.kit.tree import prefix_range
from zhijia.registers.base.dues import Asked, Due, DueKind, announce_due, state_on
from zhijia.schemes.deadlines import rule_of, work_calendar
from zhijia.targets.models import Order, Target

SIGN, SUBJECT = "order.sign-days", "targets.order"


def orders(asked: Asked) -> Iterator[Due]:
    """Receipts that are missing, and days still to come on which tasks of open orders are due.

    Whether a task of a past day was done is told by its figure, not here; such days are left out.
    """
    return chain(_receipts(asked), _tasks(asked))


def _receipts(asked: Asked) -> Iterator[Due]:
    low, high = prefix_range(asked.within)
    waiting = Order.objects.filter(issued_on__isnull=False, signed_on__isnull=True, closed_at__isnull=True)
    waiting = waiting.filter(organisation__path__gte=low, organisation__path__lt=high)
    for order in waiting.select_related("organisation").order_by("issued_on", "pk"):
        assert order.issued_on is not None
        rule = rule_of(SIGN, order.issued_on)
        last = worked_out(order.issued_on, rule.rule, work_calendar())
        yield Due(
            "order", _("待签收：%(number)s") % {"number": order.number}, order.organisation, last,
            state_on(last, asked), SUBJECT, order.pk, rule.title, rule.source,
        )  # fmt: skip


def _tasks(asked: Asked) -> Iterator[Due]:
    found = Target.objects.active().within(asked.within).filter(
        due__gte=asked.on, order__issued_on__isnull=False, order__closed_at__isnull=True
    )  # fmt: skip
    if asked.until is not None:
        found = found.filter(due__lte=asked.until)
    days = list(found.order_by("due", "order").values_list("order", "due").annotate(n=Count("pk")))
    held = Order.objects.select_related("organisation").in_bulk([number for number, _, _ in days])
    for number, due, count in days:
        order = held[number]
        last = set_day(due, event=order.issued_on)
        told = {"number": order.number, "count": count}
        yield Due(
            "order", _("%(number)s有%(count)s项任务到期") % told, order.organisation, last, state_on(last, asked),
            SUBJECT, number, _("交办单规定的完成时限"), order.number, tag=due.isoformat(),
        )  # fmt: skip


def announce_dues() -> None:
    """Say what falls due; called once at start-up."""
    announce_due(DueKind("order", gettext_lazy("交办单"), "orders.view", orders))
