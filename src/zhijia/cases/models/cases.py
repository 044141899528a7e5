"""A case (办件): one row of a register taken through one edition of one procedure, kept to its end."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.schemes.catalogue import catalogue


class EditionUse(models.Model):
    """An edition in use: the fingerprint its file had when the first case was opened under it."""

    edition = models.CharField(_("制度版本"), max_length=60, unique=True)
    digest = models.CharField(_("文件指纹"), max_length=64)
    first_used_at = models.DateTimeField(_("首次使用时间"))

    class Meta:
        """By name."""

        verbose_name = _("在用制度版本")
        verbose_name_plural = _("在用制度版本")
        ordering = ("edition",)

    def __str__(self) -> str:
        """Its name."""
        return self.edition


class CaseQuerySet(models.QuerySet["Case"]):
    """Questions asked of cases."""

    def at_the_step_of(self, *posts: Post) -> Self:
        """Open cases that stand at a step which one of these posts takes, or on whose panel it sits."""
        return self.filter(_any(_at_step(post) for post in posts), open=True)

    def visible_to(self, *posts: Post) -> Self:
        """What these posts may see: their own cases, those at their step, those they acted in, and, for the roles an
        edition names as onlookers, every case of their subtree."""
        return self.filter(_any(_may_see(post) for post in posts))


def _any(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def _within(post: Post) -> Q:
    low, high = prefix_range(post.path)
    return Q(organisation__path__gte=low, organisation__path__lt=high)


def _at_step(post: Post) -> Q:
    steps = (
        Q(edition=name, step__in=[step.key for step in edition.steps if post.role in (*step.by, *step.stand_in)])
        for name, edition in catalogue().cases.items()
    )
    return (_within(post) & _any(steps)) | Q(
        Exists(_records().filter(about=post, verb="seated", step=OuterRef("step")))
    )


def _may_see(post: Post) -> Q:
    watched = [name for name, edition in catalogue().cases.items() if post.role in edition.seen_by]
    own = Q(applicant=post) | Q(Exists(_records().filter(Q(by=post) | Q(behalf=post))))
    if level_of(post.organisation.kind) == "union":
        own |= Q(organisation=post.organisation_id)
    return own | (_within(post) & Q(edition__in=watched)) | (_at_step(post) & Q(open=True))


def _records() -> Any:
    from zhijia.cases.models.records import StepRecord

    return StepRecord.objects.filter(case=OuterRef("pk"))


class Case(models.Model):
    """One case. Where it stands is folded from its records; `step`, `state`, `due_on`, `open` and `answers` repeat the
    fold for lists and are written only together with a record (`zhijia verify` compares them)."""

    number = models.CharField(_("办件编号"), max_length=60, unique=True)
    edition = models.CharField(_("制度版本"), max_length=60)
    digest = models.CharField(_("制度文件指纹"), max_length=64)
    register = models.CharField(_("台账"), max_length=60)
    subject = models.BigIntegerField(_("对象编号"))
    title = models.CharField(_("申请对象"), max_length=160)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases", verbose_name=_("所属组织"))
    applicant = models.ForeignKey(Post, models.PROTECT, related_name="cases", verbose_name=_("申请人"))
    applied_on = models.DateField(_("申请日期"))
    opened_at = models.DateTimeField(_("登记时间"))
    key = models.CharField(max_length=64, unique=True, editable=False)
    step = models.CharField(_("当前步骤"), max_length=40, blank=True)
    state = models.CharField(_("状态"), max_length=40, blank=True)
    due_on = models.DateField(_("办理期限"), null=True, blank=True)
    open = models.BooleanField(_("在办"), default=True)
    answers = models.JSONField(_("填报内容"), default=dict)

    objects = CaseQuerySet.as_manager()

    class Meta:
        """Newest first; a thing has one open case of a procedure at a time."""

        verbose_name = _("办件")
        verbose_name_plural = _("办件")
        ordering = ("-applied_on", "-id")
        constraints = [
            models.UniqueConstraint(
                name="case_open_once", fields=["edition", "register", "subject"], condition=Q(open=True)
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "open", "step"], name="case_org_step"),
            models.Index(fields=["register", "subject"], name="case_subject"),
        ]

    def __str__(self) -> str:
        """Number and what it is about."""
        return f"{self.number} {self.title}"
