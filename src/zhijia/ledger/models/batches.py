"""Batches (批次): a list of payments that goes through its states together; each step is a row of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.ledger.models.entries import Booked
from zhijia.ledger.models.funds import Fund
from zhijia.orgs.models import Organisation

DRAFTED, CHECKED, NOTICED, APPROVED = "drafted", "checked", "noticed", "approved"
SENT, CLOSED, CANCELLED = "sent", "closed", "cancelled"
ORDER = (
    ("", DRAFTED), (DRAFTED, CHECKED), (CHECKED, NOTICED), (CHECKED, APPROVED), (NOTICED, APPROVED), (APPROVED, SENT),
    (SENT, CLOSED), (DRAFTED, CANCELLED), (CHECKED, CANCELLED), (NOTICED, CANCELLED),
)  # fmt: skip
BY_DIFFERENT_PERSONS = (DRAFTED, CHECKED, APPROVED)


class Batch(Booked):
    """Payments out of one fund and one year's quota. `notice_days`: working days of public notice, 0 for none."""

    CLASSES = {"what": ("id", "number", "title", "fund_id", "year", "organisation_id"), "why": ("purpose",),
               "when": ("on", "notice_days")}  # fmt: skip

    number = models.CharField(_("批次号"), max_length=40, unique=True)
    title = models.CharField(_("批次名称"), max_length=80)
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="batches", verbose_name=_("资金"))
    year = models.PositiveSmallIntegerField(_("年度"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("组织"))
    notice_days = models.PositiveSmallIntegerField(_("公示工作日"))
    purpose = models.CharField(_("事由"), max_length=200)
    on = models.DateField(_("编制日期"))

    class Meta:
        """Newest first."""

        verbose_name = _("批次")
        verbose_name_plural = _("批次")
        ordering = ("-id",)

    def __str__(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}"
