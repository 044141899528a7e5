"""Editions handed in by one officer and approved by another before they hold."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post


class EditionDraft(models.Model):
    """One file as it was handed in. It holds from the moment a second person approves it; nothing of it is changed."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("待批准")
        APPROVED = "approved", _("已批准")
        REFUSED = "refused", _("未批准")

    name = models.CharField(_("制度版本"), max_length=60)
    folder = models.CharField(max_length=20, editable=False)
    text = models.TextField(_("文件内容"))
    digest = models.CharField(_("文件指纹"), max_length=64)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("提交人"))
    at = models.DateTimeField(_("提交时间"))
    decided_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("批准人"))
    decided_at = models.DateTimeField(_("批准时间"), null=True)
    reason = models.CharField(_("意见"), max_length=300, blank=True)

    class Meta:
        """Newest first; one of a name waits at a time."""

        verbose_name = _("待批准的制度版本")
        verbose_name_plural = _("待批准的制度版本")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(name="draft_waits_once", fields=["name"], condition=Q(state="waiting")),
        ]

    def __str__(self) -> str:
        """Its name."""
        return self.name
