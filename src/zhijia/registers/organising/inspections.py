"""Inspections from outside (人大执法检查、政协民主监督): what was looked at, what was found, when it was answered."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term

ANSWERED_FIRST = gettext_noop("答复日期%(answered)s早于检查日期%(inspected)s，请核对。")


class Inspection(Fact):
    """One inspection; what has to be put right is followed up item by item."""

    body = models.CharField(_("检查监督主体"), max_length=12)
    topic = models.CharField(_("主题"), max_length=120)
    law = models.CharField(_("依据的法律法规"), max_length=120, blank=True)
    inspected_on = models.DateField(_("检查日期"))
    visited = models.TextField(_("走访单位"), blank=True)
    findings = models.TextField(_("反馈意见"), blank=True)
    answered_on = models.DateField(_("办理情况答复日期"), null=True, blank=True)
    answer_no = models.CharField(_("答复文号"), max_length=60, blank=True)

    class Meta:
        """By day."""

        verbose_name = _("检查监督")
        verbose_name_plural = _("检查监督")
        indexes = [models.Index(fields=["inspected_on"], name="inspection_day")]

    def __str__(self) -> str:
        """Its topic."""
        return self.topic


@term("inspected_in", _("在期内检查"), "span")
def inspected_in(span: Span) -> Q:
    """Inside the span."""
    return Q(inspected_on__gte=span.first, inspected_on__lte=span.last)


@term("unanswered", _("未答复"))
def unanswered() -> Q:
    """No answer given yet."""
    return Q(answered_on__isnull=True)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of an inspection."""
    if row.answered_on and row.answered_on < row.inspected_on:
        yield Problem(ANSWERED_FIRST, answered=row.answered_on, inspected=row.inspected_on)


INSPECTIONS = announce(
    Register(
        key="organising.inspection",
        label=_("检查监督"),
        purpose=_("人大执法检查、政协民主监督和上级督查；反馈的问题逐项整改，办结后答复。"),
        area="meetings",
        model=Inspection,
        columns=(
            Column("topic", listed=True, required=True, sort="topic", aliases=("检查主题",)),
            Column("organisation", _("受检单位"), "organisation", listed=True, required=True, sort="organisation__path"),
            Column("body", kind="code", codes="inspection-body", listed=True, required=True, sort="body"),
            Column("law"),
            Column("inspected_on", kind="date", listed=True, required=True, sort="inspected_on"),
            Column("visited", kind="long", help=_("一行一个单位")),
            Column("findings", kind="long", help=_("一行一条意见；要整改的逐项登记")),
            Column("answered_on", kind="date", listed=True, sort="answered_on"),
            Column("answer_no"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(inspected_in, unanswered),
        filters=("body", "inspected_in", "unanswered"),
        ordering=("-inspected_on", "-pk"),
        slots=(Slot("report", _("检查报告或反馈意见"), _("整改以书面反馈为准")),),
        check=faults,  # type: ignore[arg-type]
        links=(("organising.followup", "inspection", _("整改事项")),),
        begins="inspected_on",
        searched="topic",
    )
)  # fmt: skip
