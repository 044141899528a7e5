"""Follow-up (落实事项): one thing to be done after a meeting, an inspection, a co-building, or from a rectification list.

One model for all of them: owner, last day, progress, evidence, closing. It is closed by steps only (`following`), an
item that has to be put right never by those who did it.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.cobuildings import CoBuilding
from zhijia.registers.organising.inspections import Inspection
from zhijia.registers.organising.meetings import Meeting
from zhijia.registers.organising.rectifications import Rectification

ORIGINS = ("meeting", "inspection", "cobuilding", "rectification")
CLOSED = ("CLOSED", "LASTING")
ONE_ORIGIN = gettext_noop("“%(item)s”应当且只能写一个来源：会议、检查监督、党工共建或整改清单。")
BY_EXTENSION = gettext_noop("“%(item)s”的完成时限已定为%(due)s，只能办理“延期”来调整；登记错了的请作废后重新登记。")
DUE_FIRST = gettext_noop("“%(item)s”的完成时限%(due)s早于交办日期%(raised)s，请核对。")


class FollowUp(Fact):
    """One item. `organisation` is the unit that answers for it; `origin` follows from the link that is set."""

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="items", null=True, blank=True, verbose_name=_("会议")
    )
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="items", null=True, blank=True, verbose_name=_("检查监督")
    )
    cobuilding = models.ForeignKey(
        CoBuilding, models.PROTECT, related_name="items", null=True, blank=True, verbose_name=_("党工共建")
    )
    rectification = models.ForeignKey(
        Rectification, models.PROTECT, related_name="items", null=True, blank=True, verbose_name=_("整改清单")
    )
    origin = models.CharField(_("来源"), max_length=14, editable=False)
    item = models.CharField(_("事项"), max_length=200)
    category = models.CharField(_("问题类别"), max_length=14, blank=True)
    measures = models.TextField(_("落实措施"), blank=True)
    owner = models.CharField(_("责任人"), max_length=60, blank=True)
    department = models.CharField(_("责任部门"), max_length=60, blank=True)
    raised_on = models.DateField(_("交办日期"))
    due_on = models.DateField(_("完成时限"))
    first_due_on = models.DateField(_("原完成时限"), null=True, blank=True, editable=False)
    state = models.CharField(_("办理状态"), max_length=8, default="OPEN", editable=False)
    progress = models.TextField(_("最新进展"), blank=True, editable=False)
    reported_on = models.DateField(_("报告办结日期"), null=True, blank=True, editable=False)
    reported_by = models.ForeignKey(
        Post, models.PROTECT, related_name="+", null=True, blank=True, editable=False, verbose_name=_("报告人")
    )
    closed_on = models.DateField(_("销号日期"), null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        Post, models.PROTECT, related_name="+", null=True, blank=True, editable=False, verbose_name=_("验收人")
    )
    rule_made = models.CharField(_("形成的制度"), max_length=120, blank=True, editable=False)
    extensions = models.PositiveSmallIntegerField(_("延期次数"), default=0, editable=False)
    reopened = models.PositiveSmallIntegerField(_("重新打开次数"), default=0, editable=False)

    class Meta:
        """By last day."""

        verbose_name = _("落实事项")
        verbose_name_plural = _("落实事项")
        constraints = [
            models.CheckConstraint(
                name="followup_closed_whole",
                condition=~Q(state__in=CLOSED) | Q(closed_on__isnull=False, accepted_by__isnull=False),
            )
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="followup_due"),
            models.Index(fields=["origin", "organisation"], name="followup_origin"),
        ]

    def __str__(self) -> str:
        """What is to be done."""
        return self.item

    @property
    def source(self) -> Any:
        """The meeting, inspection, co-building or list it comes from."""
        return getattr(self, self.origin) if self.origin else None

    def derive(self) -> None:
        """The origin, by the link that is set."""
        set_here = [name for name in ORIGINS if getattr(self, f"{name}_id")]
        self.origin = set_here[0] if len(set_here) == 1 else ""


@term("of_origin", _("来源为"), "code", codes="followup-origin")
def of_origin(code: str) -> Q:
    """Of one origin."""
    return Q(origin=code)


@term("closed", _("已办结"))
def closed() -> Q:
    """Closed, or kept up for good."""
    return Q(state__in=CLOSED)


@term("closed_in_time", _("按期办结"))
def closed_in_time() -> Q:
    """Closed, and reported done on or before its last day."""
    return Q(state__in=CLOSED, reported_on__lte=F("due_on"))


@term("due_by", _("到期"), "day")
def due_by(day: object) -> Q:
    """Its last day is the day or earlier."""
    return Q(due_on__lte=day)


@term("overdue_on", _("逾期未办结"), "day")
def overdue_on(day: object) -> Q:
    """Past its last day and not closed."""
    return Q(due_on__lt=day) & ~Q(state__in=CLOSED)


@term("raised_in", _("在期内交办"), "span")
def raised_in(span: Span) -> Q:
    """Taken up inside the span."""
    return Q(raised_on__gte=span.first, raised_on__lte=span.last)


@term("rule_was_made", _("形成制度"))
def rule_was_made() -> Q:
    """It ended in a rule of the house."""
    return ~Q(rule_made="") & Q(state__in=CLOSED)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an item."""
    if not row.origin:
        yield Problem(ONE_ORIGIN, item=row.item)
    if row.due_on < row.raised_on:
        yield Problem(DUE_FIRST, item=row.item, due=row.due_on, raised=row.raised_on)
    if row.pk and row.version_of_id is None:
        told = ("due_on", "extensions", "reopened")
        stored = FollowUp.objects.filter(pk=row.pk).values_list(*told).first()
        if stored and stored[0] != row.due_on and stored[1:] == (row.extensions, row.reopened):
            yield Problem(BY_EXTENSION, item=row.item, due=stored[0])


FOLLOWUPS = announce(
    Register(
        key="organising.followup",
        label=_("落实事项"),
        purpose=_("会议议定、检查反馈、共建和整改的事项：谁负责、何时完成、进展、佐证、验收销号，一本账。"),
        area="followups",
        model=FollowUp,
        columns=(
            Column("item", listed=True, required=True, sort="item", aliases=("问题", "议定事项")),
            Column("organisation", _("责任单位"), "organisation", listed=True, required=True, sort="organisation__path"),
            Column("origin", kind="code", codes="followup-origin", listed=True, form=False, sheet=False, sort="origin"),
            Column("meeting", kind="link", register="organising.meeting"),
            Column("inspection", kind="link", register="organising.inspection"),
            Column("cobuilding", kind="link", register="organising.cobuilding"),
            Column("rectification", kind="link", register="organising.rectification"),
            Column("category", kind="code", codes="rectify-category", help=_("整改事项填写")),
            Column("department", listed=True),
            Column("owner"),
            Column("measures", kind="long"),
            Column("raised_on", kind="date", required=True, sort="raised_on"),
            Column("due_on", kind="date", listed=True, required=True, sort="due_on"),
            Column("first_due_on", kind="date", form=False, sheet=False),
            Column("state", kind="code", codes="followup-state", listed=True, form=False, sheet=False, sort="state"),
            Column("progress", kind="long", form=False, sheet=False),
            Column("reported_on", kind="date", form=False, sheet=False),
            Column("reported_by", form=False, sheet=False),
            Column("closed_on", kind="date", form=False, sheet=False, listed=True, sort="closed_on"),
            Column("accepted_by", form=False, sheet=False),
            Column("rule_made", form=False, sheet=False),
            Column("extensions", kind="number", form=False, sheet=False),
            Column("reopened", kind="number", form=False, sheet=False),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(of_origin, closed, closed_in_time, due_by, overdue_on, raised_in, rule_was_made),
        filters=("origin", "state", "overdue_on", "category", "raised_in"),
        ordering=("due_on", "pk"),
        slots=(Slot("proof", _("落实佐证"), _("销号凭佐证，不凭口头报告")),),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "meeting", "inspection", "cobuilding", "cobuilding__employer", "rectification"),
        begins="raised_on",
        searched="item",
        # Whoever answers for an item may not make it go away.
        void_verb="followups.accept",
    )
)  # fmt: skip
