"""Survey rounds (拉网式摸排): from when to when which committee walks through all its workplaces, and who answers for it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, announce, vocabulary

WRONG_ORDER = gettext_noop("结束日期%(ends)s早于开始日期%(starts)s，请核对。")
State = Literal["planned", "running", "over", "closed"]


class SurveyRound(Fact):
    """One committee's round; a round of the county is one of these for each committee, under one name."""

    name = models.CharField(_("轮次名称"), max_length=60)
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"))
    responsible = models.CharField(_("负责人"), max_length=40, blank=True)
    sources = models.CharField(_("名单来源"), max_length=80, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)

    class Meta:
        """A committee begins one round a day."""

        verbose_name = _("摸排轮次")
        verbose_name_plural = _("摸排轮次")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "starts_on"], condition=LIVING, name="round_once")
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="round_org")]

    def __str__(self) -> str:
        """Committee and name."""
        return f"{self.organisation} {self.name}"

    def state(self, on: dt.date) -> State:
        """Where it stands on a day: closed by a person, else by its dates."""
        if self.closed_on and self.closed_on <= on:
            return "closed"
        return "planned" if on < self.starts_on else "over" if on > self.ends_on else "running"


def living_rounds() -> Any:
    """The present rounds, as a query set of the register."""
    return SurveyRound.objects.living()


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a round."""
    if row.ends_on < row.starts_on:
        yield Problem(WRONG_ORDER, starts=row.starts_on, ends=row.ends_on)


ROUNDS = announce(
    Register(
        key="organising.round",
        label=_("摸排轮次"),
        purpose=_("每个镇区每一轮摸排一行：从哪天到哪天、谁负责；覆盖率按最近一轮计算。"),
        area="survey",
        model=SurveyRound,
        columns=(
            Column("organisation", kind="organisation", listed=True, required=True, sort="organisation__path"),
            Column("name", listed=True, required=True, sort="name"),
            Column("starts_on", kind="date", listed=True, required=True, sort="starts_on"),
            Column("ends_on", kind="date", listed=True, required=True, sort="ends_on"),
            Column("responsible", listed=True),
            Column("sources"),
            Column("closed_on", kind="date", listed=True, form=False, sheet=False, sort="closed_on"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(),
        ordering=("-starts_on", "organisation__path", "pk"),
        levels=("committee",),
        check=faults,  # type: ignore[arg-type]
        begins="starts_on",
        searched="name",
        links=(("organising.visit", "round", _("走访记录")),),
    )
)  # fmt: skip
