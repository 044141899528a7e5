"""Judgements (人工评定): the level that people gave a part of a sheet, column by column; a later one stands beside it."""

import datetime as dt
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.orgs.models import Organisation


class JudgementQuerySet(models.QuerySet["Judgement"]):
    """Questions asked of judgements."""

    def counting_on(self, day: dt.date, since: dt.date) -> Self:
        """Given by the day and after `since`; what a union says of itself does not count."""
        return self.filter(on__gt=since, on__lte=day).exclude(column=Judgement.Column.SELF)


class Judgement(models.Model):
    """One judgement of one part. `share`: percent of the part's points; `level`: of the rubric, empty for a mean."""

    class Column(models.TextChoices):
        """Who judges, in the order of the review."""

        SELF = "1-self", _("自评")
        TOWN = "2-town", _("镇区初审")
        DEPARTMENT = "3-dept", _("部门复核")
        MEMBER = "4-seat", _("评委")
        PANEL = "5-panel", _("评审结果")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("基层工会"))
    edition = models.CharField(_("考评办法"), max_length=60)
    part = models.CharField(_("得分点"), max_length=12)
    column = models.CharField(_("栏"), max_length=8, choices=Column.choices)
    level = models.CharField(_("等次"), max_length=12, blank=True)
    share = models.DecimalField(_("得分率"), max_digits=5, decimal_places=2)
    note = models.CharField(_("说明"), max_length=200, blank=True)
    case = models.CharField(_("办件编号"), max_length=60, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("评定人"))
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("登记时间"))

    objects = JudgementQuerySet.as_manager()

    class Meta:
        """In order of writing."""

        verbose_name = _("人工评定")
        verbose_name_plural = _("人工评定")
        ordering = ("id",)
        indexes = [models.Index(fields=["organisation", "edition", "part"], name="judgement_part")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.organisation_id} {self.part} {self.column}"
