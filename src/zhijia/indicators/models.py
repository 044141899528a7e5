"""Snapshots: figures of closed periods, fixed with the hash of the rows they counted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.orgs.models import Organisation


class Snapshot(models.Model):
    """One figure as it stood when the period was closed. Never changed; a later one stands beside it."""

    indicator = models.CharField(_("指标"), max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("组织"))
    period = models.CharField(_("期间"), max_length=10)
    as_of = models.DateField(_("截至"))
    known_at = models.DateTimeField(_("知悉时间"))
    top = models.BigIntegerField(_("分子"))
    bottom = models.BigIntegerField(_("分母"), null=True)
    rows_hash = models.CharField(_("明细指纹"), max_length=64)
    definition_hash = models.CharField(_("口径指纹"), max_length=64)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("固定人"))

    class Meta:
        """Newest first."""

        verbose_name = _("固定数据")
        verbose_name_plural = _("固定数据")
        ordering = ("-known_at", "-id")
        indexes = [models.Index(fields=["indicator", "organisation", "period"], name="snapshot_key")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.indicator} {self.organisation_id} {self.period}"
