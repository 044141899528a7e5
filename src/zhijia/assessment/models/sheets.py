"""Frozen sheets (固定评分表): a sheet as it stood at a stage of a review, with everything it was scored from."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation


class FrozenSheetQuerySet(models.QuerySet["FrozenSheet"]):
    """Questions asked of frozen sheets."""

    def visible_to(self, post: Post) -> Self:
        """Sheets of the post's organisation and all below."""
        low, high = prefix_range(post.path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)


class FrozenSheet(models.Model):
    """One sheet, never changed. `evidence` is enough to score it again: figures, answers, judgements, what was held."""

    class Stage(models.TextChoices):
        """When it was fixed."""

        PRESCORED = "prescored", _("预评")
        SUBMITTED = "submitted", _("申报")
        CHECKED = "checked", _("复核")
        DECIDED = "decided", _("评定")
        REVIEWED = "reviewed", _("年度复评")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("基层工会"))
    edition = models.CharField(_("考评办法"), max_length=60)
    digest = models.CharField(_("办法指纹"), max_length=64)
    stage = models.CharField(_("环节"), max_length=10, choices=Stage.choices)
    kind = models.CharField(_("单位性质"), max_length=2)
    as_of = models.DateField(_("截至"))
    total = models.DecimalField(_("得分"), max_digits=6, decimal_places=2)
    most = models.DecimalField(_("应得分"), max_digits=6, decimal_places=2)
    star = models.PositiveSmallIntegerField(_("星级"))
    points = models.JSONField(_("各项得分"), default=dict)
    evidence = models.JSONField(_("评分依据"), default=dict)
    case = models.CharField(_("办件编号"), max_length=60, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("固定人"))
    at = models.DateTimeField(_("固定时间"))

    objects = FrozenSheetQuerySet.as_manager()

    class Meta:
        """Newest first."""

        verbose_name = _("固定评分表")
        verbose_name_plural = _("固定评分表")
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["organisation", "edition", "stage"], name="frozen_sheet_union")]

    def __str__(self) -> str:
        """Union, stage and day."""
        return f"{self.organisation} {self.get_stage_display()} {self.as_of}"
