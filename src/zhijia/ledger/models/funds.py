"""Funds (资金) and the moves of their money: quota in, approved out, returned in; a running balance by year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked

QUOTA, APPROVED, RETURNED = "quota", "approved", "returned"


class Fund(Booked):
    """One pot of money with its source and what it may be used for."""

    CLASSES = {"what": ("id", "key", "title", "source", "kinds", "methods"), "why": ("document", "remark"),
               "when": ("since",)}  # fmt: skip

    key = models.SlugField(_("资金代码"), max_length=40, unique=True)
    title = models.CharField(_("资金名称"), max_length=80)
    source = models.CharField(_("资金来源"), max_length=2)
    # Codes with a blank before and after each, so that "is it among them" is one LIKE on every database.
    kinds = models.CharField(_("可列支项目"), max_length=200)
    methods = models.CharField(_("发放方式"), max_length=80)
    document = models.CharField(_("依据"), max_length=120)
    since = models.DateField(_("设立日期"))
    remark = models.CharField(_("备注"), max_length=300, blank=True)

    class Meta:
        """By source."""

        verbose_name = _("资金")
        verbose_name_plural = _("资金")
        ordering = ("source", "id")

    def __str__(self) -> str:
        """Its title."""
        return self.title

    @property
    def allowed(self) -> tuple[str, ...]:
        """Kinds of payment this money may be used for."""
        return tuple(self.kinds.split())
