"""Assignment orders (交办单): what was handed to a unit, its paper, its receipt, objections, feedback, closing."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.evidence.models import IssuedPaper
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation


class OrderQuerySet(models.QuerySet["Order"]):
    """Questions asked of orders."""

    def visible_to(self, post: Post) -> Self:
        """Orders of the post's organisation and below; drafts only for those who may issue."""
        low, high = prefix_range(post.path)
        found = self.filter(organisation__path__gte=low, organisation__path__lt=high)
        return found if post.may("orders.issue") or post.may("targets.edit") else found.filter(issued_at__isnull=False)


class Order(models.Model):
    """One order to one unit. Its state is folded from what happened to it (see `order_state`)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="orders", verbose_name=_("承办单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("标题"), max_length=120)
    requirements = models.TextField(_("工作要求"), blank=True)
    drafted_by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("起草人"))
    drafted_at = models.DateTimeField(_("起草时间"))
    number = models.CharField(_("编号"), max_length=60, blank=True)
    paper = models.OneToOneField(
        IssuedPaper, models.PROTECT, related_name="order", null=True, blank=True, verbose_name=_("印发件")
    )
    issued_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("签发人"))
    issued_on = models.DateField(_("下达日期"), null=True)
    issued_at = models.DateTimeField(_("下达时间"), null=True)
    signed_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("签收人"))
    signed_on = models.DateField(_("签收日期"), null=True)
    signed_at = models.DateTimeField(_("签收时间"), null=True)
    closed_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("销号人"))
    closed_at = models.DateTimeField(_("销号时间"), null=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        """By unit; a number is used once, one draft per unit and year."""

        verbose_name = _("交办单")
        verbose_name_plural = _("交办单")
        ordering = ("-year", "organisation__path", "id")
        constraints = [
            models.UniqueConstraint(name="order_number_once", fields=["number"], condition=~Q(number="")),
            models.UniqueConstraint(
                name="order_draft_once", fields=["organisation", "year"], condition=Q(issued_at__isnull=True)
            ),
            models.CheckConstraint(
                name="order_issued_whole",
                condition=Q(issued_at__isnull=True, number="", paper__isnull=True)
                | (Q(issued_at__isnull=False, issued_by__isnull=False, paper__isnull=False) & ~Q(number="")),
            ),
        ]

    def __str__(self) -> str:
        """Its number, or its title while a draft."""
        return self.number or self.title

    @property
    def requirement_lines(self) -> list[str]:
        """The requirements, one per line."""
        return [line.strip() for line in self.requirements.splitlines() if line.strip()]


class Objection(models.Model):
    """A unit objects to a target of its order, with a reason and the value it proposes."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="objections", verbose_name=_("交办单"))
    target = models.ForeignKey("targets.Target", models.PROTECT, related_name="+", verbose_name=_("任务指标"))
    reason = models.CharField(_("异议理由"), max_length=300)
    proposed = models.DecimalField(_("建议值"), max_digits=18, decimal_places=2, null=True, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("提出人"))
    at = models.DateTimeField(_("提出时间"))
    accepted = models.BooleanField(_("是否采纳"), null=True)
    answer = models.CharField(_("处理意见"), max_length=300, blank=True)
    decided_by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("处理人"))
    decided_at = models.DateTimeField(_("处理时间"), null=True)

    class Meta:
        """In time order; one open objection per target."""

        verbose_name = _("异议")
        verbose_name_plural = _("异议")
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(name="objection_open_once", fields=["target"], condition=Q(accepted__isnull=True)),
        ]

    def __str__(self) -> str:
        """Its reason."""
        return self.reason


class Feedback(models.Model):
    """What a unit reports on its order: done, difficulty, expected day. Figures are never typed here."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="feedback", verbose_name=_("交办单"))
    text = models.CharField(_("落实情况"), max_length=500)
    difficulty = models.CharField(_("存在困难"), max_length=300, blank=True)
    expected = models.DateField(_("预计完成日期"), null=True, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("反馈人"))
    at = models.DateTimeField(_("反馈时间"))

    class Meta:
        """Newest first."""

        verbose_name = _("反馈")
        verbose_name_plural = _("反馈")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        """Its text."""
        return self.text


class SupervisionSlip(models.Model):
    """A supervision slip that was issued; those that are only due are computed, not stored."""

    class Colour(models.TextChoices):
        """Due soon, behind, overdue."""

        BLUE = "blue", _("蓝色")
        YELLOW = "yellow", _("黄色")
        RED = "red", _("红色")

    target = models.ForeignKey("targets.Target", models.PROTECT, related_name="slips", verbose_name=_("任务指标"))
    colour = models.CharField(_("颜色"), max_length=6, choices=Colour.choices)
    number = models.CharField(_("编号"), max_length=60, unique=True)
    reason = models.CharField(_("督办事由"), max_length=300)
    deadline = models.DateField(_("办理期限"))
    issued_by = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("签发人"))
    issued_on = models.DateField(_("签发日期"))
    issued_at = models.DateTimeField(_("签发时间"))
    paper = models.OneToOneField(IssuedPaper, models.PROTECT, related_name="slip", null=True, verbose_name=_("印发件"))

    class Meta:
        """Newest first."""

        verbose_name = _("督办单")
        verbose_name_plural = _("督办单")
        ordering = ("-issued_at", "-id")

    def __str__(self) -> str:
        """Its number."""
        return self.number

    def is_past(self, on: dt.date) -> bool:
        """Whether its deadline is over."""
        return on > self.deadline
