"""Delegation: an officer names who acts in cases instead, from one day to another."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post


class DelegationQuerySet(models.QuerySet["Delegation"]):
    """Questions asked of delegations."""

    def on(self, day: dt.date) -> Self:
        """In force on a day, the last day included."""
        return self.filter(since__lte=day, until__gte=day).filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))


class Delegation(models.Model):
    """`giver` has `taker` act in cases from `since` to `until`, both days included."""

    giver = models.ForeignKey(Post, models.PROTECT, related_name="delegations_given", verbose_name=_("委托人"))
    taker = models.ForeignKey(Post, models.PROTECT, related_name="delegations_taken", verbose_name=_("受托人"))
    since = models.DateField(_("自"))
    until = models.DateField(_("至"))
    reason = models.CharField(_("原因"), max_length=200)
    at = models.DateTimeField(_("登记时间"))
    ended_on = models.DateField(_("提前收回日期"), null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        """Newest first."""

        verbose_name = _("委托办理")
        verbose_name_plural = _("委托办理")
        ordering = ("-since", "-id")
        constraints = [models.CheckConstraint(name="delegation_in_order", condition=Q(until__gte=F("since")))]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.giver_id}→{self.taker_id} {self.since}"
