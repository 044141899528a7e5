"""Star tasks (创星任务): which union is to reach which star by the end of which quarter, and who answers for it."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said

STAR = "star"  # the kind of standing whose levels are stars
NO_STAR = gettext_noop("“%(level)s”不是职工之家的星级，请选二星至五星。")
NO_UNION = gettext_noop("创星任务下达到基层工会，“%(name)s”不是基层工会。")


class StarTask(Fact):
    """One task of one union in one year. `organisation` is the union's node."""

    year = models.PositiveSmallIntegerField(_("年度"))
    star = models.CharField(_("目标星级"), max_length=12)
    due_on = models.DateField(_("完成期限"))
    responsible = models.CharField(_("责任人"), max_length=40, blank=True)

    class Meta:
        """One task per union and year."""

        verbose_name = _("创星任务")
        verbose_name_plural = _("创星任务")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year"], condition=LIVING, name="star_task_once")
        ]
        indexes = [models.Index(fields=["due_on"], name="star_task_due")]

    def __str__(self) -> str:
        """Union and year."""
        return f"{self.organisation} {self.year}"


@term("due_in", _("在期内到期"), "span")
def due_in(span: Span) -> Q:
    """To be reached inside the span."""
    return Q(due_on__gte=span.first, due_on__lte=span.last)


@term("aims_at", _("目标星级为"), "code", codes="standing-level")
def aims_at(code: str) -> Q:
    """Aims at one star."""
    return Q(star=code)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a task."""
    from zhijia.orgs.kinds import level_of

    if row.organisation_id and level_of(row.organisation.kind) != "union":
        yield Problem(NO_UNION, name=row.organisation)
    level = catalogue().codes["standing-level"].entries.get(row.star)
    if level is not None and STAR not in level.parents:
        yield Problem(NO_STAR, level=said(level.label))


TASKS = announce(
    Register(
        key="assessment.task",
        label=_("创星任务"),
        purpose=_("时间节点、创评任务、创评单位一一对应：哪个工会到哪天达到几星，由谁负责。"),
        area="tasks",
        model=StarTask,
        columns=(
            Column("organisation", _("基层工会"), "organisation", listed=True, required=True,
                   sort="organisation__path", aliases=("工会名称", "创评单位")),
            Column("year", kind="number", listed=True, required=True, sort="year"),
            Column("star", kind="code", codes="standing-level", listed=True, required=True, sort="star",
                   aliases=("创评任务",)),
            Column("due_on", kind="date", listed=True, required=True, sort="due_on", aliases=("时间节点",)),
            Column("responsible", listed=True),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(due_in, aims_at),
        filters=("star", "due_in"),
        ordering=("due_on", "organisation__path", "pk"),
        slots=(Slot("list", _("任务下达文件"), _("任务以下达的文件为准")),),
        searched="responsible",
        check=faults,  # type: ignore[arg-type]
    )
)  # fmt: skip
