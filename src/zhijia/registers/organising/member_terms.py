"""What may be said of members: the words in which filters, indicators and lists ask for them."""

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span, add_months
from zhijia.registers.base.terms import term
from zhijia.schemes.catalogue import catalogue

COUNTED = ("ACTIVE", "TRANSFER_OUT")


@term("active", _("在册"))
def active() -> Q:
    """On the roll: active, or leaving and not yet accepted elsewhere."""
    return Q(state__in=COUNTED)


@term("entitled", _("有表决权、缴纳会费"))
def entitled() -> Q:
    """Votes and pays dues: on the roll and not on the way to another union."""
    return Q(state="ACTIVE")


@term("women", _("女"))
def women() -> Q:
    """Women."""
    return Q(sex="2")


@term("migrant", _("农民工"))
def migrant() -> Q:
    """Migrant workers."""
    return Q(is_migrant=True)


@term("joined_in", _("在期内入会"), "span")
def joined_in(span: Span) -> Q:
    """Approved inside the span."""
    return Q(joined_on__gte=span.first, joined_on__lte=span.last)


@term("complete_on", _("实名完整"), "day")
def complete_on(day: dt.date) -> Q:
    """Every mandatory field filled, a checked id number, and confirmed by the member lately enough."""
    months = int(catalogue().number("member.confirm-months", day))
    filled = ~Q(id_digest="") & ~Q(nation="") & ~Q(education="") & ~Q(political="") & ~Q(mobile_tail="")
    return filled & ~Q(hukou_type="") & ~Q(employ_form="") & Q(
        joined_on__isnull=False, confirmed_on__gt=add_months(day, -months), confirmed_on__lte=day
    )  # fmt: skip


@term("lapsing_on", _("可视为自动退会"), "day")
def lapsing_on(day: dt.date) -> Q:
    """Neither paid dues nor took part for so many months; whoever has no day on record is not proposed."""
    return Q(state="ACTIVE", took_part_on__lte=add_months(day, -int(catalogue().number("member.lapse-months", day))))
