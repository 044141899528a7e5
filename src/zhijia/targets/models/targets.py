"""Targets: a confirmed number for one organisation and year, and every change it went through."""

from fractions import Fraction
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation
from zhijia.targets.models.plans import Clause, Comparator


class TargetQuerySet(models.QuerySet["Target"]):
    """Questions asked of targets."""

    def active(self) -> Self:
        """Those that count."""
        return self.filter(state=Target.State.ACTIVE)

    def visible_to(self, post: Post) -> Self:
        """Targets of the post's organisation and of all below it."""
        return self.within(post.path)

    def within(self, path: str) -> Self:
        """Targets of the organisation at `path` and below."""
        low, high = prefix_range(path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)


class Target(models.Model):
    """What one organisation is to reach in a year. Without a confirmer and a source clause it cannot exist; a part
    of a split has its source in its parent."""

    class State(models.TextChoices):
        """A withdrawn target stays readable."""

        ACTIVE = "active", _("有效")
        WITHDRAWN = "withdrawn", _("已撤销")

    class Pace(models.TextChoices):
        """How the year's target falls due."""

        LINEAR = "linear", _("按时间均衡")
        MILESTONES = "milestones", _("按节点")
        SEASONAL = "seasonal", _("按季节")

    clause = models.ForeignKey(
        Clause, models.PROTECT, related_name="targets", null=True, blank=True, verbose_name=_("来源条款")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="parts", null=True, blank=True, verbose_name=_("上级目标")
    )
    order = models.ForeignKey(
        "targets.Order", models.PROTECT, related_name="targets", null=True, blank=True, verbose_name=_("交办单")
    )
    indicator = models.CharField(_("指标"), max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="targets", verbose_name=_("承办单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    value = models.DecimalField(_("目标值"), max_digits=18, decimal_places=2)
    value_max = models.DecimalField(_("目标值上限"), max_digits=18, decimal_places=2, null=True, blank=True)
    comparator = models.CharField(_("比较"), max_length=2, choices=Comparator.choices, default=Comparator.AT_LEAST)
    unit = models.CharField(_("单位"), max_length=8)
    due = models.DateField(_("完成时限"))
    pace = models.CharField(_("序时方式"), max_length=10, choices=Pace.choices, default=Pace.LINEAR)
    milestones = models.JSONField(_("序时节点"), default=dict, blank=True)
    split_key = models.CharField(_("分解方法"), max_length=24, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ACTIVE)
    confirmed_by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("确认人"))
    confirmed_at = models.DateTimeField(_("确认时间"))

    objects = TargetQuerySet.as_manager()

    class Meta:
        """One active target per indicator, organisation and year."""

        verbose_name = _("任务指标")
        verbose_name_plural = _("任务指标")
        ordering = ("organisation__path", "id")
        constraints = [
            models.CheckConstraint(
                name="target_has_a_source", condition=Q(clause__isnull=False) | Q(parent__isnull=False)
            ),
            models.CheckConstraint(name="target_not_negative", condition=Q(value__gte=0)),
            models.UniqueConstraint(
                name="target_once",
                fields=["organisation", "indicator", "year"],
                condition=Q(state="active"),
            ),
        ]
        indexes = [models.Index(fields=["year", "state"], name="target_year")]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.indicator} {self.organisation_id} {self.year}"

    @property
    def goal(self) -> Fraction:
        """The value, exact."""
        return Fraction(self.value)

    @property
    def better(self) -> str:
        """lower for a ceiling, else higher."""
        return "lower" if self.comparator == Comparator.AT_MOST else "higher"


class TargetRevision(models.Model):
    """One change of one target: what it was, what it became, why, by whom, when. Never changed itself."""

    class Kind(models.TextChoices):
        """What happened."""

        SET = "set", _("下达")
        REVISED = "revised", _("调整")
        WITHDRAWN = "withdrawn", _("撤销")

    target = models.ForeignKey(Target, models.CASCADE, related_name="revisions", verbose_name=_("任务指标"))
    kind = models.CharField(_("变动"), max_length=10, choices=Kind.choices)
    old_value = models.DecimalField(_("原目标值"), max_digits=18, decimal_places=2, null=True)
    new_value = models.DecimalField(_("新目标值"), max_digits=18, decimal_places=2, null=True)
    old_due = models.DateField(_("原完成时限"), null=True)
    new_due = models.DateField(_("新完成时限"), null=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        """In time order; a change needs its reason."""

        verbose_name = _("调整记录")
        verbose_name_plural = _("调整记录")
        ordering = ("at", "id")
        constraints = [
            models.CheckConstraint(name="revision_has_a_reason", condition=Q(kind="set") | ~Q(reason="")),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.target_id} {self.kind}"
