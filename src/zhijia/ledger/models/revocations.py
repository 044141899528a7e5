"""Revocations: the end of a standing before its time, with its reason."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.standings import Standing


class Revocation(Booked):
    """The end of a standing before its time: taken away, given up for a higher one, or handed back."""

    CLASSES = {"what": ("id", "standing_id", "cause"), "when": ("since", "recorded_at"),
               "why": ("reason", "case", "decision")}  # fmt: skip

    standing = models.OneToOneField(
        Standing, models.PROTECT, related_name="revocation", verbose_name=_("资格与荣誉")
    )  # fmt: skip
    cause = models.CharField(_("情形"), max_length=12)
    since = models.DateField(_("自"))
    recorded_at = models.DateTimeField(_("登记时间"))
    reason = models.CharField(_("原因"), max_length=200)
    case = models.CharField(_("办件"), max_length=60, blank=True)
    decision = models.CharField(_("决定文号"), max_length=120, blank=True)

    class Meta:
        """Once, and with a reason."""

        verbose_name = _("撤销记录")
        verbose_name_plural = _("撤销记录")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="ledger_revocation_reason")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.standing_id} {self.cause}"
