"""What became of a payment (结果): dropped before approval, paid, bounced by the bank, recovered; and holds released."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.moves import Move
from zhijia.ledger.models.payments import Payment

DROPPED, PAID, BOUNCED, RECOVERED = "dropped", "paid", "bounced", "recovered"
NOTHING_CAME_OF_IT = (DROPPED, BOUNCED, RECOVERED)
ORDER = (("", DROPPED), ("", PAID), ("", BOUNCED), (PAID, BOUNCED), (PAID, RECOVERED))


def _pairs() -> Q:
    joined = Q()
    for came_from, state in ORDER:
        joined |= Q(came_from=came_from, state=state)
    return joined


class Outcome(Booked):
    """One thing that became of a payment. Money that came back goes to its fund in the same moment."""

    CLASSES = {"what": ("id", "payment_id", "number", "came_from", "state", "move_id"),
               "when": ("on", "recorded_at"), "why": ("reason", "receipt")}  # fmt: skip

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="outcomes", verbose_name=_("发放"))
    number = models.PositiveSmallIntegerField(_("次序"))
    came_from = models.CharField(_("原状态"), max_length=10, blank=True)
    state = models.CharField(_("结果"), max_length=10)
    on = models.DateField(_("日期"))
    recorded_at = models.DateTimeField(_("登记时间"))
    receipt = models.CharField(_("银行回单号"), max_length=60, blank=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)
    move = models.OneToOneField(Move, models.PROTECT, related_name="outcome", null=True, verbose_name=_("资金变动"))

    class Meta:
        """In order; money comes back exactly when it bounced or was recovered."""

        verbose_name = _("发放结果")
        verbose_name_plural = _("发放结果")
        ordering = ("payment", "number")
        constraints = [
            models.UniqueConstraint(fields=["payment", "number"], name="ledger_outcome_once"),
            models.CheckConstraint(condition=_pairs(), name="ledger_outcome_order"),
            models.CheckConstraint(
                condition=Q(state__in=(BOUNCED, RECOVERED), move__isnull=False)
                | (~Q(state__in=(BOUNCED, RECOVERED)) & Q(move__isnull=True)),
                name="ledger_return_moves_money",
            ),
            models.CheckConstraint(
                condition=Q(state=PAID) | ~Q(reason=""), name="ledger_outcome_reason"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "on"], name="ledger_outcome_on")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.payment_id}/{self.number} {self.state}"
