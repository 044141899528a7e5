"""Meetings (会议): joint conferences of government and union, special meetings, from topics to minutes.

What a meeting resolves is followed up item by item (see `followups`); the paper of its minutes is frozen when issued.
"""

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from zhijia.evidence.models import IssuedPaper
from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window

OUT_OF_ORDER = gettext_noop("“%(later)s”不能早于“%(earlier)s”，请核对。")
FROZEN = gettext_noop("“%(title)s”的纪要%(number)s已经印发，会议内容不能再改；议定事项的进展请在事项中登记。")
ISSUED = gettext_noop("“%(title)s”的纪要%(number)s已经印发，不能作废；有出入的，另行印发更正。")
WITH_ITEMS = gettext_noop("“%(title)s”还登记着%(count)s项议定事项，请先逐项作废，再作废会议。")
NO_PEOPLE = gettext_noop("“%(title)s”已召开，请填写主持人和出席人员。")
ORDER = ("called_on", "proposed_on", "approved_on", "held_on")
CONTENT = ("title", "held_on", "chair", "present", "absent", "observers", "agenda", "resolved")


class Meeting(Fact):
    """One meeting. `state` follows from its dates; topics and resolutions stand one a line."""

    kind = models.CharField(_("会议类别"), max_length=10)
    title = models.CharField(_("会议名称"), max_length=120)
    number = models.PositiveSmallIntegerField(_("第几次"), default=1)
    called_on = models.DateField(_("征集议题日期"))
    proposed_on = models.DateField(_("议题上报日期"), null=True, blank=True)
    approved_on = models.DateField(_("方案批准日期"), null=True, blank=True)
    planned_on = models.DateField(_("计划召开日期"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=80, blank=True)
    held_on = models.DateField(_("召开日期"), null=True, blank=True)
    chair = models.CharField(_("主持人"), max_length=60, blank=True)
    present = models.CharField(_("出席"), max_length=600, blank=True)
    absent = models.CharField(_("请假"), max_length=300, blank=True)
    observers = models.CharField(_("列席"), max_length=300, blank=True)
    agenda = models.TextField(_("议题"), blank=True)
    resolved = models.TextField(_("会议议定"), blank=True)
    state = models.CharField(_("进展"), max_length=8, default="CALLED", editable=False)
    notice = models.ForeignKey(
        IssuedPaper, models.PROTECT, related_name="+", null=True, blank=True, editable=False, verbose_name=_("会议通知")
    )
    minutes = models.ForeignKey(
        IssuedPaper, models.PROTECT, related_name="+", null=True, blank=True, editable=False, verbose_name=_("会议纪要")
    )
    minutes_no = models.CharField(_("纪要文号"), max_length=60, blank=True, editable=False)
    minuted_on = models.DateField(_("纪要印发日期"), null=True, blank=True, editable=False)
    minuted_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("会议")
        verbose_name_plural = _("会议")
        indexes = [models.Index(fields=["organisation", "kind", "held_on"], name="meeting_held")]

    def __str__(self) -> str:
        """Its name."""
        return self.title

    @property
    def content_hash(self) -> str:
        """Fingerprint of what the minutes say."""
        told = "\x1f".join(str(getattr(self, name) or "") for name in CONTENT)
        return hashlib.sha256(told.encode()).hexdigest()

    def derive(self) -> None:
        """How far it has come, by its dates."""
        reached = [("MINUTED", self.minuted_on), ("HELD", self.held_on), ("APPROVED", self.approved_on)]
        reached += [("PROPOSED", self.proposed_on), ("CALLED", self.called_on)]
        self.state = next(state for state, day in reached if day or state == "CALLED")


def _open_items(window: Window) -> Any:
    from zhijia.registers.organising.followups import CLOSED, FollowUp

    items = FollowUp.objects.on(window.as_of, window.known_at)
    return items.filter(meeting=Coalesce(OuterRef("version_of_id"), OuterRef("pk"))).exclude(state__in=CLOSED)


@term("of_kind", _("类别为"), "code", codes="meeting-kind")
def of_kind(code: str) -> Q:
    """Meetings of one kind."""
    return Q(kind=code)


@term("held_in", _("在期内召开"), "span")
def held_in(span: Span) -> Q:
    """Held inside the span."""
    return Q(held_on__gte=span.first, held_on__lte=span.last)


@term("with_open_items", _("有未办结事项"), asks_others=True)
def with_open_items(window: Window) -> Q:
    """Something it resolved is still open."""
    return Q(Exists(_open_items(window)))


@term("without_minutes", _("已开未印发纪要"))
def without_minutes() -> Q:
    """Held, its minutes not issued."""
    return Q(held_on__isnull=False, minuted_on__isnull=True)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a meeting."""
    days = [(name, getattr(row, name)) for name in ORDER if getattr(row, name)]
    for (early, first), (late, second) in pairwise(days):
        if second < first:
            words = [str(Meeting._meta.get_field(name).verbose_name) for name in (early, late)]  # type: ignore[union-attr]
            yield Problem(OUT_OF_ORDER, earlier=words[0], later=words[1])
    if row.held_on and not (row.chair.strip() and row.present.strip()):
        yield Problem(NO_PEOPLE, title=row.title)
    if row.minuted_hash and row.minuted_hash != row.content_hash:
        yield Problem(FROZEN, title=row.title, number=row.minutes_no)


def lasts(row: Any) -> Iterator[Problem]:
    """What was printed stays; what was resolved goes first."""
    if row.minuted_on:
        yield Problem(ISSUED, title=row.title, number=row.minutes_no)
    items = row.items.filter(LIVING).count()
    if items:
        yield Problem(WITH_ITEMS, title=row.title, count=items)


MEETINGS = announce(
    Register(
        key="organising.meeting",
        label=_("会议"),
        purpose=_("政府与工会联席会议、党委专题会议和其他专题会议；议定事项逐项落实，年度应开次数由此计算。"),
        area="meetings",
        model=Meeting,
        columns=(
            Column("title", listed=True, required=True, sort="title", aliases=("名称",)),
            Column("organisation", _("召开单位"), "organisation", listed=True, required=True, sort="organisation__path"),
            Column("kind", kind="code", codes="meeting-kind", listed=True, required=True, sort="kind"),
            Column("number", kind="number"),
            Column("state", kind="code", codes="meeting-state", listed=True, form=False, sheet=False, sort="state"),
            Column("called_on", kind="date", required=True, sort="called_on"),
            Column("proposed_on", kind="date"),
            Column("approved_on", kind="date"),
            Column("planned_on", kind="date", listed=True, sort="planned_on"),
            Column("place"),
            Column("held_on", kind="date", listed=True, sort="held_on", aliases=("会议日期",)),
            Column("chair"),
            Column("present", kind="long", help=_("姓名用顿号分开")),
            Column("absent", kind="long", help=_("姓名用顿号分开")),
            Column("observers", kind="long", help=_("姓名用顿号分开")),
            Column("agenda", kind="long", help=_("一行一个议题")),
            Column("resolved", kind="long", help=_("会议认为、会议决定等，一行一段；要落实的逐项登记")),
            Column("minutes_no", form=False, sheet=False, listed=True),
            Column("minuted_on", kind="date", form=False, sheet=False),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(of_kind, held_in, with_open_items, without_minutes),
        filters=("kind", "state", "held_in", "with_open_items", "without_minutes"),
        ordering=("-called_on", "-pk"),
        slots=(
            Slot("signed", _("签到表"), _("出席人员以签到为准")),
            Slot("topics", _("议题征集表"), _("联席会议议题由双方征集、上报")),
        ),
        check=faults,  # type: ignore[arg-type]
        links=(("organising.followup", "meeting", _("议定事项")),),
        begins="called_on",
        searched="title",
        lasts=lasts,
    )
)  # fmt: skip
