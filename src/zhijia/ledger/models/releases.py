"""Releases: a held payment let go by somebody who looked into it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.payments import Payment


class Release(Booked):
    """A held payment let go, by whom and why."""

    CLASSES = {"what": ("id", "payment_id"), "who": ("person", "actor"), "why": ("reason",), "when": ("on",)}

    payment = models.OneToOneField(Payment, models.PROTECT, related_name="release", verbose_name=_("发放"))
    person = models.BigIntegerField(_("人员编号"), null=True)
    actor = models.CharField(_("经办人"), max_length=80)
    reason = models.CharField(_("理由"), max_length=200)
    on = models.DateField(_("日期"))

    class Meta:
        """With a reason."""

        verbose_name = _("解除暂缓")
        verbose_name_plural = _("解除暂缓")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="ledger_release_reason")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.payment_id}"
