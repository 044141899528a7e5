"""The fact: one row of a register with two clocks.

True time: `since`..`until` (until is the first day on which it no longer held). Known time: `recorded_at`..`known_until`.
A change closes the old slice (`until`) and a correction closes the old knowledge (`known_until`); in both cases the
old row is copied and the copy points to the living row by `version_of`, so the living row keeps its number for ever.
"""

import datetime as dt
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.saved import SavedView

__all__ = ["LIVING", "Fact", "FactQuerySet", "ImportBatch", "NamedFact", "SavedView", "valid"]

Row = TypeVar("Row", bound="Fact", covariant=True)


def valid(as_of: dt.date, known_at: dt.datetime | None = None) -> Q:
    """Rows that were true on `as_of`, as known at `known_at` (None: as known now)."""
    true_then = Q(since__lte=as_of) & (Q(until__isnull=True) | Q(until__gt=as_of))
    if known_at is None:
        return true_then & Q(known_until__isnull=True)
    known_then = Q(known_until__isnull=True) | Q(known_until__gt=known_at)
    return true_then & Q(recorded_at__lte=known_at) & known_then


# The present row of each thing; the condition of every partial index, written once.
LIVING = Q(version_of__isnull=True, known_until__isnull=True)


class FactQuerySet(models.QuerySet[Row]):
    """What every list, table, export and figure begins with."""

    def living(self) -> Self:
        """The present row of each thing: not a copy kept for history, not voided."""
        return self.filter(LIVING)

    def on(self, as_of: dt.date, known_at: dt.datetime | None = None) -> Self:
        """Rows true on a day, as known at a moment."""
        return self.filter(valid(as_of, known_at))

    def visible_to(self, post: Post) -> Self:
        """Rows of the post's organisation and all below; there is no other way to see a row."""
        return self.within(post.path)

    def within(self, path: str) -> Self:
        """Rows of the organisation at `path` and all below. The root sees all without a join."""
        if len(path) <= Organisation.steplen:
            return self
        low, high = prefix_range(path)
        return self.filter(organisation__path__gte=low, organisation__path__lt=high)


class Fact(models.Model):
    """What was true of something, from when to when, who wrote it down and when."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("所属组织"))
    since = models.DateField(_("起始日期"))
    until = models.DateField(_("终止日期"), null=True, blank=True, editable=False)
    recorded_at = models.DateTimeField(_("登记时间"), editable=False)
    recorded_by = models.ForeignKey(
        Post, models.PROTECT, related_name="+", null=True, editable=False, verbose_name=_("登记人")
    )
    known_until = models.DateTimeField(_("更正时间"), null=True, editable=False)
    version_of = models.ForeignKey(
        "self", models.CASCADE, related_name="versions", null=True, editable=False, verbose_name=_("现行记录")
    )
    batch = models.BigIntegerField(_("导入批次"), null=True, editable=False, db_index=True)
    remark = models.CharField(_("备注"), max_length=300, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        """Each register is a table of its own."""

        abstract = True

    @property
    def entity(self) -> int:
        """Number of the thing this row tells of: its own, or that of the living row."""
        return int(getattr(self, "version_of_id", None) or self.pk)

    def derive(self) -> None:
        """Fill the columns that follow from others (search keys, sort keys); called before every write."""


class NamedFact(Fact):
    """A fact about something with a name: searchable by name, pinyin and initials, sortable both ways."""

    name = models.CharField(_("名称"), max_length=120)
    PERSON = False

    search = models.CharField(max_length=800, blank=True, editable=False)
    sort_pinyin = models.CharField(max_length=200, blank=True, editable=False)
    sort_stroke = models.CharField(max_length=400, blank=True, editable=False)

    class Meta:
        """Abstract."""

        abstract = True

    def __str__(self) -> str:
        """The name."""
        return self.name

    def tails(self) -> tuple[str, ...]:
        """Further strings a search should find this by (last digits of a number)."""
        return ()

    def derive(self) -> None:
        """Search and sort keys from the name."""
        from zhijia.registers.base.naming import keys_of

        self.search, self.sort_pinyin, self.sort_stroke = keys_of(self.name, self.tails(), person=self.PERSON)
