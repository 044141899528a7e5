"""The tree of the federation, kept as fixed-width paths: a subtree is one index range on every database."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from zhijia.kit.tree import prefix_range


class OrganisationQuerySet(MP_NodeQuerySet):
    """Questions every caller asks of the tree."""

    def within(self, path: str) -> Self:
        """The organisation at `path` and all below it."""
        low, high = prefix_range(path)
        return self.filter(path__gte=low, path__lt=high)

    def on(self, day: dt.date) -> Self:
        """Those that existed on `day`."""
        return self.filter(valid_from__lte=day).filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))


class OrganisationManager(MP_NodeManager.from_queryset(OrganisationQuerySet)):  # type: ignore[misc]
    """Nodes in path order, with the questions above."""

    def get_queryset(self) -> OrganisationQuerySet:
        """In path order, as the tree library wants it."""
        return OrganisationQuerySet(self.model, using=self._db).order_by("path")


class Organisation(MP_Node):
    """One node: the county federation, a committee, a department union, a joint or grassroots union, a branch."""

    steplen = 4

    code = models.CharField(_("组织编码"), max_length=20, unique=True)
    name = models.CharField(_("组织名称"), max_length=120)
    short_name = models.CharField(_("简称"), max_length=40, blank=True)
    aliases = models.CharField(_("别名"), max_length=400, blank=True, help_text=_("多个别名用“；”分开"))
    kind = models.CharField(_("组织类型"), max_length=2)
    group = models.CharField(_("考核分组"), max_length=20, blank=True)
    valid_from = models.DateField(_("设立日期"))
    valid_until = models.DateField(_("撤销日期"), null=True, blank=True)
    sort = models.PositiveIntegerField(_("排序"), default=0)
    search = models.CharField(max_length=600, blank=True, editable=False)

    objects = OrganisationManager()

    class Meta:
        """In register order: by path, which follows the order of entry below each parent."""

        verbose_name = _("组织")
        verbose_name_plural = _("组织")
        ordering = ("path",)

    def __str__(self) -> str:
        """The name an officer would say."""
        return self.short_name or self.name

    @property
    def committee_path(self) -> str:
        """Path of the township committee or department union above (or the county's own path)."""
        return str(self.path)[: self.steplen * 2]


class Placement(models.Model):
    """Where an organisation hung in the tree from one day to another; written by every move."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="placements", verbose_name=_("组织"))
    parent = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True, verbose_name=_("上级组织"))
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True)
    recorded_at = models.DateTimeField(_("登记时间"), null=True, editable=False)

    class Meta:
        """In time order."""

        verbose_name = _("隶属关系")
        verbose_name_plural = _("隶属关系")
        ordering = ("since", "id")

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.organisation_id} < {self.parent_id} {self.since}"


class Succession(models.Model):
    """A union that ended in another, or began out of another: the thread between old and new figures."""

    class Kind(models.TextChoices):
        """How the one became the other."""

        MERGED = "merged", _("并入")
        SPLIT = "split", _("分出")

    kind = models.CharField(_("方式"), max_length=8, choices=Kind.choices)
    before = models.ForeignKey(Organisation, models.PROTECT, related_name="successors", verbose_name=_("原组织"))
    after = models.ForeignKey(Organisation, models.PROTECT, related_name="predecessors", verbose_name=_("新组织"))
    on = models.DateField(_("日期"))

    class Meta:
        """In time order."""

        verbose_name = _("沿革")
        verbose_name_plural = _("沿革")
        ordering = ("on", "id")

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.before_id} {self.kind} {self.after_id} {self.on}"
