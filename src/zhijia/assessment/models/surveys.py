"""Members' surveys (会员评家): who was invited, anonymous answers, and the result once closed.

Nothing joins a link to an answer: a link knows only whether it was used, an answer carries a random number and no
moment, so that who answered and what was answered cannot be put together again.
"""

import datetime as dt
import uuid
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation


class MemberSurveyQuerySet(models.QuerySet["MemberSurvey"]):
    """Questions asked of surveys."""

    def visible_to(self, post: Post) -> Self:
        """Surveys of the post's organisation and all below."""
        low, high = prefix_range(post.path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)

    def counting_on(self, day: dt.date, since: dt.date) -> Self:
        """Closed by the day and after `since`, and valid."""
        return self.filter(closed_on__gt=since, closed_on__lte=day, valid=True)


class MemberSurvey(models.Model):
    """One survey of one union. `counts`: question -> choice -> answers, written when it is closed."""

    class Way(models.TextChoices):
        """How it was answered."""

        LINK = "link", _("一次性链接")
        PAPER = "paper", _("会员大会书面填写")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("基层工会"))
    edition = models.CharField(_("考评办法"), max_length=60)
    variant = models.CharField(max_length=4)
    way = models.CharField(_("方式"), max_length=5, choices=Way.choices)
    members = models.PositiveIntegerField(_("会员数"))
    invited = models.PositiveIntegerField(_("邀请人数"))
    opened_on = models.DateField(_("开始日期"))
    closes_on = models.DateField(_("截止日期"))
    closed_on = models.DateField(_("结束日期"), null=True)
    answered = models.PositiveIntegerField(_("有效答卷"), default=0)
    counts = models.JSONField(_("结果"), default=dict)
    valid = models.BooleanField(_("有效"), default=False)
    opened_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("组织人"))
    at = models.DateTimeField(_("登记时间"))

    objects = MemberSurveyQuerySet.as_manager()

    class Meta:
        """Newest first; one open at a time."""

        verbose_name = _("会员评家")
        verbose_name_plural = _("会员评家")
        ordering = ("-opened_on", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(closed_on__isnull=True), name="survey_open_once"
            )
        ]
        indexes = [models.Index(fields=["organisation", "closed_on"], name="survey_closed")]

    def __str__(self) -> str:
        """Union and day."""
        return f"{self.organisation} {self.opened_on}"


class SurveyLink(models.Model):
    """One invitation: the digest of a link that nobody can guess, and whether it was used."""

    survey = models.ForeignKey(MemberSurvey, models.CASCADE, related_name="links", verbose_name=_("会员评家"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    used = models.BooleanField(_("已使用"), default=False)

    class Meta:
        """In no telling order."""

        verbose_name = _("评家链接")
        verbose_name_plural = _("评家链接")
        ordering = ("digest",)

    def __str__(self) -> str:
        """Developer's view."""
        return self.digest[:8]


class SurveyAnswer(models.Model):
    """One anonymous sheet: question -> choice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(MemberSurvey, models.CASCADE, related_name="answers", verbose_name=_("会员评家"))
    answers = models.JSONField(_("答案"), default=dict)

    class Meta:
        """In no telling order."""

        verbose_name = _("评家答卷")
        verbose_name_plural = _("评家答卷")
        ordering = ("id",)

    def __str__(self) -> str:
        """Developer's view."""
        return str(self.pk)[:8]
