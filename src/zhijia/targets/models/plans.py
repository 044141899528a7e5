"""A plan as it was spoken or written, and the clauses in which it promises something that can be measured."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation


class Comparator(models.TextChoices):
    """Which side of the value is good."""

    AT_LEAST = ">=", _("不少于")
    AT_MOST = "<=", _("不超过")
    EXACTLY = "==", _("等于")


class PlanQuerySet(models.QuerySet["Plan"]):
    """Questions asked of plans."""

    def visible_to(self, post: Post) -> Self:
        """Plans of the post's organisation and of all below it."""
        low, high = prefix_range(post.path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)


class Plan(models.Model):
    """One text: the year it plans, its exact words (offsets of clauses count into them), figures left out and why."""

    class Kind(models.TextChoices):
        """What kind of paper the text is."""

        PLAN = "plan", _("年度计划")
        SPEECH = "speech", _("讲话")
        NOTICE = "notice", _("通知")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("制定单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("标题"), max_length=120)
    kind = models.CharField(_("类型"), max_length=8, choices=Kind.choices, default=Kind.PLAN)
    text = models.TextField(_("正文"))
    skipped = models.JSONField(_("未采用的数字"), default=list)
    source_name = models.CharField(_("来源文件"), max_length=200, blank=True)
    source_sha256 = models.CharField(_("来源文件指纹"), max_length=64, blank=True)
    created_by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("录入人"))
    created_at = models.DateTimeField(_("录入时间"))

    objects = PlanQuerySet.as_manager()

    class Meta:
        """Newest first."""

        verbose_name = _("计划")
        verbose_name_plural = _("计划")
        ordering = ("-year", "-id")

    def __str__(self) -> str:
        """Its title."""
        return self.title


class Clause(models.Model):
    """One promise of the text: where it stands, what the reader understood, what the officer made of it."""

    class State(models.TextChoices):
        """Nothing counts before a person confirmed it."""

        PROPOSED = "proposed", _("待确认")
        CONFIRMED = "confirmed", _("已确认")
        REJECTED = "rejected", _("不采纳")

    class Level(models.TextChoices):
        """Whose number it is: one for the whole county, or the same for each committee."""

        COUNTY = "county", _("全县")
        COMMITTEE = "committee", _("每个单位")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="clauses", verbose_name=_("计划"))
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    text = models.TextField(_("原文"))
    read = models.JSONField(_("识别结果"), null=True, help_text=_("手工添加的条款没有识别结果"))
    confidence = models.DecimalField(_("把握"), max_digits=3, decimal_places=2, null=True)
    value = models.DecimalField(_("目标值"), max_digits=18, decimal_places=2, null=True, blank=True)
    value_max = models.DecimalField(_("目标值上限"), max_digits=18, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("单位"), max_length=8, blank=True)
    comparator = models.CharField(_("比较"), max_length=2, choices=Comparator.choices, default=Comparator.AT_LEAST)
    due = models.DateField(_("完成时限"), null=True, blank=True)
    subject = models.CharField(_("事项"), max_length=120, blank=True)
    indicator = models.CharField(_("指标"), max_length=60, blank=True)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices, default=Level.COUNTY)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.PROPOSED)
    reason = models.CharField(_("原因"), max_length=200, blank=True)
    decided_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("处理人"))
    decided_at = models.DateTimeField(_("处理时间"), null=True)

    class Meta:
        """In reading order; a decision always has its person, a confirmed clause its indicator and value."""

        verbose_name = _("条款")
        verbose_name_plural = _("条款")
        ordering = ("plan", "start", "end", "id")
        constraints = [
            models.CheckConstraint(name="clause_span", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(
                name="clause_decided_by_someone",
                condition=Q(state="proposed") | Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="clause_confirmed_complete",
                condition=~Q(state="confirmed") | (Q(value__isnull=False) & ~Q(indicator="")),
            ),
        ]

    def __str__(self) -> str:
        """Its words."""
        return self.text

    @property
    def short(self) -> str:
        """Its first words, for the journal."""
        return self.text if len(self.text) <= 40 else f"{self.text[:40]}…"

    @property
    def by_hand(self) -> bool:
        """Whether an officer marked it in the text."""
        return self.read is None

    @property
    def shown_value(self) -> Decimal | None:
        """The value without needless zeros."""
        return self.value.normalize() if self.value is not None else None
