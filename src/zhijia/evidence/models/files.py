"""Files that prove a fact: kept once by their hash, attached to as many facts as they prove."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation


class StoredFile(models.Model):
    """One file by content; the bytes lie in ZHIJIA_HOME/evidence under the hash."""

    sha256 = models.CharField(_("内容指纹"), max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    media_type = models.CharField(_("文件类型"), max_length=80)
    stored_at = models.DateTimeField(_("入库时间"))

    class Meta:
        """Newest first."""

        verbose_name = _("文件")
        verbose_name_plural = _("文件")
        ordering = ("-id",)

    def __str__(self) -> str:
        """First characters of the hash."""
        return self.sha256[:12]


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Questions asked of attachments."""

    def within(self, path: str) -> Self:
        """Attachments of the organisations at and below `path`."""
        low, high = prefix_range(path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)


class Attachment(models.Model):
    """One file proving one thing: a fact of a register, a clause, an order."""

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="attachments", verbose_name=_("文件"))
    subject = models.CharField(_("对象"), max_length=60)
    subject_id = models.BigIntegerField(_("对象编号"))
    slot = models.CharField(_("材料名称"), max_length=60, blank=True)
    name = models.CharField(_("文件名"), max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("组织"))
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("上传人"))
    at = models.DateTimeField(_("上传时间"))
    removed_at = models.DateTimeField(_("移除时间"), null=True, blank=True)
    reason = models.CharField(_("移除原因"), max_length=200, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        """In order of upload; found by subject."""

        verbose_name = _("佐证")
        verbose_name_plural = _("佐证")
        ordering = ("at", "id")
        indexes = [models.Index(fields=["subject", "subject_id"], name="evidence_subject")]

    def __str__(self) -> str:
        """The file's name."""
        return self.name
