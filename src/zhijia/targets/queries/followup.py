"""What happened to an order after it was handed out: supervision slips, objections, adjustments."""

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.targets.models import Objection, Order, SupervisionSlip, Target, TargetRevision
from zhijia.targets.queries.orders import NO_ORDER

NO_SLIP = gettext_noop("没有这份督办单，或不在您的范围内。")


def slips_of(post: Post, year: int) -> list[SupervisionSlip]:
    """Supervision slips issued in a year for units the post may see."""
    post.may("orders.view").insist()
    mine = Target.objects.visible_to(post).filter(year=year)
    rows = SupervisionSlip.objects.filter(target__in=mine)
    return list(rows.select_related("target__organisation", "issued_by__user"))


def slip_of_number(post: Post, number: int) -> SupervisionSlip:
    """One supervision slip on a target the post may see."""
    post.may("orders.view").insist()
    mine = Target.objects.visible_to(post)
    found = SupervisionSlip.objects.filter(pk=number, target__in=mine).select_related("paper").first()
    if found is None:
        raise NotFound(NO_SLIP)
    return found


def objection_of(post: Post, number: int) -> Objection:
    """One objection to an order the post may see."""
    mine = Order.objects.visible_to(post)
    found = Objection.objects.filter(pk=number, order__in=mine).select_related("order", "target").first()
    if found is None:
        raise NotFound(NO_ORDER)
    return found


def changes_of(order: Order) -> list[TargetRevision]:
    """The adjustments of an order's targets (调整记录), oldest first; setting them is no adjustment."""
    rows = TargetRevision.objects.filter(target__order=order).exclude(kind=TargetRevision.Kind.SET)
    return list(rows.select_related("target", "by__user", "by__organisation"))
