"""Circulars: drafted from live figures, frozen at a moment, issued once, restated beside, never overwritten."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.evidence.models import IssuedPaper


class Bulletin(models.Model):
    """One circular. While a draft its figures are live; `known_at` freezes them; `paper` holds the issued bytes."""

    class Tone(models.TextChoices):
        """How far units are named."""

        GENTLE = "gentle", _("温和")
        USUAL = "usual", _("常规")
        STRICT = "strict", _("严格")

    layout = models.CharField(_("版式"), max_length=60)
    period = models.CharField(_("期间"), max_length=10)
    title = models.CharField(_("标题"), max_length=120)
    tone = models.CharField(_("点名分寸"), max_length=8, choices=Tone.choices, default=Tone.USUAL)
    as_of = models.DateField(_("截至"))
    drafted_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("起草人"))
    drafted_at = models.DateTimeField(_("起草时间"))
    known_at = models.DateTimeField(_("数据冻结时间"), null=True)
    frozen_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("冻结人"))
    content = models.JSONField(_("冻结内容"), null=True)
    content_hash = models.CharField(_("内容指纹"), max_length=64, blank=True)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    dated = models.DateField(_("成文日期"), null=True)
    issued_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("签发人"))
    issued_at = models.DateTimeField(_("签发时间"), null=True)
    paper = models.OneToOneField(IssuedPaper, models.PROTECT, related_name="bulletin", null=True)

    class Meta:
        """Newest first; one draft of a kind and period at a time."""

        verbose_name = _("通报")
        verbose_name_plural = _("通报")
        ordering = ("-as_of", "-id")
        constraints = [
            models.UniqueConstraint(
                name="bulletin_draft_once", fields=["layout", "period"], condition=models.Q(issued_at__isnull=True)
            ),
            models.UniqueConstraint(
                name="bulletin_number_once", fields=["number"], condition=~models.Q(number="")
            ),
            models.CheckConstraint(
                name="bulletin_issued_whole",
                condition=models.Q(issued_at__isnull=True, paper__isnull=True)
                | models.Q(issued_at__isnull=False, paper__isnull=False, content__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """Its title."""
        return self.title

    @property
    def state(self) -> str:
        """draft, frozen or issued."""
        return "issued" if self.issued_at else "frozen" if self.known_at else "draft"


class SlotText(models.Model):
    """Words an officer wrote into a slot; each saving is a row, the newest counts."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="slots", verbose_name=_("通报"))
    part = models.CharField(_("部分"), max_length=40)
    text = models.TextField(_("文字"), blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("修改人"))
    at = models.DateTimeField(_("修改时间"))

    class Meta:
        """Newest last."""

        verbose_name = _("通报文字")
        verbose_name_plural = _("通报文字")
        ordering = ("at", "id")

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.bulletin_id} {self.part}"


class Restatement(models.Model):
    """更正: what an issued circular would say today, published beside it with cause and difference."""

    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="restatements", verbose_name=_("通报"))
    lines = models.JSONField(_("差异"))
    note = models.CharField(_("说明"), max_length=300, blank=True)
    known_at = models.DateTimeField(_("知悉时间"))
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("发布人"))

    class Meta:
        """In time order."""

        verbose_name = _("更正")
        verbose_name_plural = _("更正")
        ordering = ("known_at", "id")

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.bulletin_id} {self.known_at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Published once."""
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)
