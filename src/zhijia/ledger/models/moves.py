"""Moves of money (资金变动): quota in, approved out, returned in; a running balance by year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.funds import APPROVED, QUOTA, RETURNED, Fund


class Move(Booked):
    """Money into or out of what a fund can still promise in a year. `balance` is what is left after it."""

    CLASSES = {"what": ("id", "fund_id", "year", "sequence", "kind", "sheet_id", "payment"),
               "money": ("amount_fen", "balance_fen"), "when": ("on",), "why": ("document",)}  # fmt: skip

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="moves", verbose_name=_("资金"))
    year = models.PositiveSmallIntegerField(_("年度"))
    sequence = models.PositiveIntegerField(_("笔次"))
    kind = models.CharField(_("类别"), max_length=10)
    amount_fen = models.BigIntegerField(_("金额"))
    balance_fen = models.BigIntegerField(_("可用余额"))
    sheet = models.ForeignKey("ledger.Batch", models.PROTECT, related_name="moves", null=True, verbose_name=_("批次"))
    payment = models.BigIntegerField(_("发放编号"), null=True)
    on = models.DateField(_("日期"))
    document = models.CharField(_("文号"), max_length=120, blank=True)

    class Meta:
        """A fund cannot be overdrawn, and two moves cannot both be the next: the database says so."""

        verbose_name = _("资金变动")
        verbose_name_plural = _("资金变动")
        ordering = ("fund", "year", "sequence")
        constraints = [
            models.UniqueConstraint(fields=["fund", "year", "sequence"], name="ledger_move_once"),
            models.CheckConstraint(condition=Q(balance_fen__gte=0), name="ledger_overdrawn"),
            models.CheckConstraint(
                condition=Q(kind=APPROVED, amount_fen__lte=0, sheet__isnull=False)
                | Q(kind=QUOTA)
                | Q(kind=RETURNED, amount_fen__gt=0, payment__isnull=False),
                name="ledger_move_kind",
            ),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.fund_id}/{self.year}/{self.sequence}: {self.amount_fen}"
