"""Claims (占用): what may be paid for once only. Whoever takes a key first has it until that payment comes to nothing."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.payments import Payment


class Claim(Booked):
    """One key taken: by a payment, or by aid that another body (`body`) has given already.

    A key taken again names the claim it follows, whose payment was dropped, bounced or recovered.
    """

    CLASSES = {"what": ("id", "key", "attempt", "follows_id", "payment_id"), "who": ("body",),
               "why": ("rule",), "when": ("on",)}  # fmt: skip

    key = models.CharField(_("唯一键"), max_length=120)
    rule = models.CharField(_("规则"), max_length=20)
    attempt = models.PositiveSmallIntegerField(_("次序"), default=1)
    follows = models.OneToOneField("self", models.PROTECT, related_name="next", null=True, verbose_name=_("接续"))
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="claims", null=True, verbose_name=_("发放"))
    body = models.CharField(_("其他部门"), max_length=80, blank=True)
    on = models.DateField(_("日期"))

    class Meta:
        """A key is taken once at a time."""

        verbose_name = _("占用")
        verbose_name_plural = _("占用")
        constraints = [
            models.UniqueConstraint(fields=["key", "attempt"], name="ledger_once_per"),
            models.CheckConstraint(
                condition=Q(attempt=1, follows__isnull=True) | Q(attempt__gt=1, follows__isnull=False),
                name="ledger_claim_follows",
            ),
            models.CheckConstraint(
                condition=Q(payment__isnull=False, body="") | (Q(payment__isnull=True) & ~Q(body="")),
                name="ledger_claim_whose",
            ),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.key}/{self.attempt}"
