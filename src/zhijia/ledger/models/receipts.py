"""Receipts (签收): what the payee says of a payment, that it arrived or that it did not."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.payments import Payment

RECEIVED, MISSING = "received", "missing"


class Receipt(Booked):
    """One word of the payee. "Not arrived" may be followed by "arrived", nothing comes after that."""

    CLASSES = {"what": ("id", "payment_id", "said"), "who": ("person", "actor"), "why": ("remark",), "when": ("on",)}

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="receipts", verbose_name=_("发放"))
    said = models.CharField(_("签收"), max_length=10)
    person = models.BigIntegerField(_("人员编号"))
    actor = models.CharField(_("签收人"), max_length=80)
    remark = models.CharField(_("说明"), max_length=200, blank=True)
    on = models.DateField(_("日期"))

    class Meta:
        """Each word once, in order."""

        verbose_name = _("签收")
        verbose_name_plural = _("签收")
        ordering = ("payment", "id")
        constraints = [
            models.UniqueConstraint(fields=["payment", "said"], name="ledger_receipt_once"),
            models.CheckConstraint(condition=Q(said__in=(RECEIVED, MISSING)), name="ledger_receipt_said"),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.payment_id} {self.said}"
