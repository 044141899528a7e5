"""Visits of a survey round (走访记录): what was found at a workplace on a day, and what is to be done next."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.organising.drive.rounds import SurveyRound, living_rounds
from zhijia.registers.organising.employers import Employer
from zhijia.schemes.catalogue import catalogue

OUTSIDE_ROUND = gettext_noop("走访日期%(on)s不在本轮摸排（%(first)s至%(last)s）之内，请核对。")
PART_ABOVE_WHOLE = gettext_noop("“%(part)s”%(number)s人多于职工总数%(total)s人，请核对。")


class SurveyVisit(Fact):
    """One visit; it stands where its workplace stands. `found_by`: who brought the workplace to notice."""

    round = models.ForeignKey(SurveyRound, models.PROTECT, related_name="visits", verbose_name=_("摸排轮次"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="visits", verbose_name=_("单位"))
    visited_on = models.DateField(_("走访日期"))
    visitor = models.CharField(_("走访人"), max_length=40, blank=True)
    contact = models.CharField(_("接待人"), max_length=40, blank=True)
    phone = models.CharField(_("联系电话"), max_length=40, blank=True)
    found_by = models.CharField(_("信息来源"), max_length=6, default="FIELD")
    employees = models.PositiveIntegerField(_("职工总数"), default=0)
    women = models.PositiveIntegerField(_("女职工数"), default=0)
    migrants = models.PositiveIntegerField(_("农民工数"), default=0)
    operating_state = models.CharField(_("经营状态"), max_length=1, default="1")
    standing = models.CharField(_("建会状态"), max_length=1, default="0")
    will = models.CharField(_("建会意愿"), max_length=1, blank=True)
    obstacle = models.CharField(_("主要障碍"), max_length=1, blank=True)
    suggested_form = models.CharField(_("建议形式"), max_length=1, blank=True)
    plan_on = models.DateField(_("计划建会日期"), null=True, blank=True)
    next_step = models.CharField(_("下一步"), max_length=120, blank=True)

    class Meta:
        """A workplace is visited once a day in a round; what is found later that day sets the record right."""

        verbose_name = _("走访记录")
        verbose_name_plural = _("走访记录")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "employer", "visited_on"], condition=LIVING, name="visit_once"
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["employer", "visited_on"], name="visit_employer"),
            models.Index(fields=["organisation", "visited_on"], name="visit_org"),
        ]

    def __str__(self) -> str:
        """Workplace and day."""
        return f"{self.employer} {self.visited_on.isoformat()}"

    @property
    def will_words(self) -> str:
        """The will as officers call it; '' when it was not asked."""
        return code_label("founding-will", self.will) if self.will else ""

    def derive(self) -> None:
        """It stands where its workplace stands."""
        self.organisation_id = self.employer.organisation_id


def _later_round(day: object) -> Any:
    """The rounds of the same committee that began after a visit's round, up to a day."""
    rounds = living_rounds().filter(organisation=OuterRef("round__organisation"), starts_on__lte=day)
    return rounds.filter(starts_on__gt=OuterRef("round__starts_on"))


def living_visits() -> Any:
    """The present visits, as a query set of the register."""
    return SurveyVisit.objects.living()


@term("in_newest_round", _("属于最近一轮摸排"), "day")
def in_newest_round(day: object) -> Q:
    """The visit belongs to the round its committee began last, seen from a day."""
    return Q(~Exists(_later_round(day)), round__starts_on__lte=day)


@term("visited_in", _("在期内走访"), "span")
def visited_in(span: Span) -> Q:
    """Visited inside the span."""
    return Q(visited_on__gte=span.first, visited_on__lte=span.last)


@term("against", _("抵触或拒绝"))
def against() -> Q:
    """The workplace was against a union on that visit."""
    return Q(will__in=wills_against())


def wills_against() -> tuple[str, ...]:
    """The wills that count as being against, by the code list."""
    entries = catalogue().codes["founding-will"].entries
    return tuple(code for code, entry in entries.items() if entry.group == "against")


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a visit."""
    if not row.round.starts_on <= row.visited_on <= row.round.ends_on:
        yield Problem(OUTSIDE_ROUND, on=row.visited_on, first=row.round.starts_on, last=row.round.ends_on)
    for part in ("women", "migrants"):
        if getattr(row, part) > row.employees:
            label = SurveyVisit._meta.get_field(part).verbose_name  # type: ignore[union-attr]
            yield Problem(PART_ABOVE_WHOLE, part=label, number=getattr(row, part), total=row.employees)


VISITS = announce(
    Register(
        key="organising.visit",
        label=_("走访记录"),
        purpose=_("每走访一个单位一行，在“摸排”页或手机上填写；人数和经营状态同时更新单位台账。"),
        area="survey",
        model=SurveyVisit,
        columns=(
            Column("employer", kind="link", listed=True, required=True, register="organising.employer",
                   sort="employer__sort_pinyin"),
            Column("organisation", kind="organisation", listed=True, form=False, sort="organisation__path"),
            Column("round.name", _("轮次名称"), sheet=True, form=False),
            Column("visited_on", kind="date", listed=True, required=True, sort="visited_on"),
            Column("visitor", listed=True),
            Column("contact", group=_("联系")),
            Column("phone", group=_("联系")),
            Column("found_by", kind="code", codes="workplace-source"),
            Column("employees", kind="number", listed=True, sort="employees", group=_("职工")),
            Column("women", kind="number", group=_("职工")),
            Column("migrants", kind="number", group=_("职工")),
            Column("operating_state", kind="code", codes="operating-state", sort="operating_state"),
            Column("standing", kind="code", codes="union-standing", listed=True, sort="standing", group=_("建会")),
            Column("will", kind="code", codes="founding-will", listed=True, sort="will", group=_("建会")),
            Column("obstacle", kind="code", codes="founding-obstacle", listed=True, group=_("建会")),
            Column("suggested_form", kind="code", codes="founding-form", group=_("建会")),
            Column("plan_on", kind="date", sort="plan_on", group=_("建会")),
            Column("next_step", group=_("建会")),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(in_newest_round, visited_in, against),
        filters=("visited_in", "standing", "will", "obstacle", "in_newest_round", "against"),
        ordering=("-visited_on", "pk"),
        slots=(Slot("note", _("走访记录表"), _("纸质走访表或座谈记录，有则上传")),),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "employer", "round"),
        begins="visited_on",
        searched="employer__search",
        typed=False,
    )
)  # fmt: skip
