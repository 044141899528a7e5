"""Public notices (公示): what anyone with the link may read, for so many days, and what was said against it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.cases.models.records import StepRecord


class Notice(models.Model):
    """One notice of one step. `lines`: label and words as published, masked; `token`: the unguessable end of its link.

    It closes itself: it can be read from `opens_on` to the end of `closes_on`.
    """

    class Place(models.TextChoices):
        """Where it hangs; decides how much is masked."""

        BOARD = "board", _("本单位公示栏")
        WEB = "web", _("公开网页")

    record = models.OneToOneField(StepRecord, models.PROTECT, related_name="notice", verbose_name=_("办理记录"))
    token = models.CharField(max_length=64, unique=True, editable=False)
    place = models.CharField(_("公示范围"), max_length=5, choices=Place.choices)
    title = models.CharField(_("标题"), max_length=160)
    lines = models.JSONField(_("公示内容"), default=list)
    contact = models.CharField(_("受理单位和电话"), max_length=160)
    opens_on = models.DateField(_("公示开始"))
    closes_on = models.DateField(_("公示结束"))

    class Meta:
        """Newest first."""

        verbose_name = _("公示")
        verbose_name_plural = _("公示")
        ordering = ("-id",)

    def __str__(self) -> str:
        """Its title."""
        return self.title
