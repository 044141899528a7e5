"""The import batch (导入批次): one sheet that was sent in, what was found in it, and what became of it."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.orgs.models import Organisation

KEPT_DAYS = 7


class ImportBatch(models.Model):
    """Sealed texts hold what may name persons: the hand-made corrections, and the rows that need a look."""

    class State(models.TextChoices):
        """Looked at, written, taken back, or given up."""

        STAGED = "staged", _("待确认")
        COMMITTED = "committed", _("已导入")
        UNDONE = "undone", _("已撤回")
        DROPPED = "dropped", _("已放弃")

    register = models.CharField(_("台账"), max_length=60)
    file_name = models.CharField(_("文件"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("大小"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, verbose_name=_("未写单位的行归入")
    )
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("导入人"))
    at = models.DateTimeField(_("上传时间"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.STAGED)
    counts = models.JSONField(default=dict)
    tables = models.JSONField(default=list)
    plan_sealed = models.TextField(blank=True)
    rows_sealed = models.TextField(blank=True)
    made = models.JSONField(default=list)
    committed_at = models.DateTimeField(_("导入时间"), null=True)
    undone_at = models.DateTimeField(_("撤回时间"), null=True)

    class Meta:
        """Newest first."""

        verbose_name = _("导入批次")
        verbose_name_plural = _("导入批次")
        ordering = ("-id",)

    def __str__(self) -> str:
        """The file."""
        return self.file_name

    def is_stale(self, at: dt.datetime) -> bool:
        """Has it waited too long for its confirmation?"""
        return self.state == self.State.STAGED and at - self.at > dt.timedelta(days=KEPT_DAYS)
