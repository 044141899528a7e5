"""The journal: one row for each thing done, never changed, never deleted (the database itself refuses)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One event. Names are kept as they were that day; no foreign keys, so nothing later can break it."""

    at = models.DateTimeField(_("时间"), db_index=True)
    kind = models.CharField(_("事项"), max_length=60, db_index=True)
    actor = models.CharField(_("经办人"), max_length=80, blank=True)
    actor_post = models.BigIntegerField(_("岗位编号"), null=True)
    organisation = models.BigIntegerField(_("组织编号"), null=True, db_index=True)
    subject = models.CharField(_("对象"), max_length=60, blank=True)
    subject_id = models.BigIntegerField(_("对象编号"), null=True)
    detail = models.JSONField(_("内容"), default=dict)

    class Meta:
        """Newest first; found by subject."""

        verbose_name = _("日志")
        verbose_name_plural = _("日志")
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["subject", "subject_id", "at"], name="journal_subject")]

    def __str__(self) -> str:
        """Kind and time, for a developer's eye."""
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
