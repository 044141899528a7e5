"""Lists from other offices (外部名单): workplaces as tax, market supervision or social insurance know them.

A row with the credit code of a workplace is that workplace; by name alone it is only a candidate, and a person says
whether it is the same, another, or to be settled later. Nothing is merged in silence.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.identity.credit_code import is_credit_code
from zhijia.kit.problem import Problem
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.organising.employers import BAD_CODE, Employer

OPEN, SAME, NEW, LATER = "OPEN", "SAME", "NEW", "LATER"


class ListedWorkplace(NamedFact):
    """One line of a list. `employer` and `decision` are what a person said of it."""

    source = models.CharField(_("名单来源"), max_length=6)
    received_on = models.DateField(_("收到日期"))
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    address = models.CharField(_("单位地址"), max_length=160, blank=True)
    legal_rep = models.CharField(_("法定代表人"), max_length=60, blank=True)
    phone = models.CharField(_("联系电话"), max_length=40, blank=True)
    employees = models.PositiveIntegerField(_("职工总数"), null=True, blank=True)
    decision = models.CharField(_("比对结论"), max_length=5, default=OPEN)
    decided_on = models.DateField(_("比对日期"), null=True, blank=True)
    employer = models.ForeignKey(
        Employer, models.PROTECT, related_name="listed", null=True, blank=True, verbose_name=_("对应单位")
    )

    class Meta(NamedFact.Meta):
        """A decided row names its workplace; an open one none."""

        abstract = False
        verbose_name = _("外部名单单位")
        verbose_name_plural = _("外部名单单位")
        constraints = [
            models.CheckConstraint(
                name="listed_decided_whole",
                condition=Q(decision__in=(SAME, NEW), employer__isnull=False)
                | Q(decision__in=(OPEN, LATER), employer__isnull=True),
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "decision"], name="listed_org"),
            models.Index(fields=["uscc"], name="listed_uscc"),
        ]

    @property
    def source_words(self) -> str:
        """The office the row came from."""
        return code_label("workplace-source", self.source)

    def tails(self) -> tuple[str, ...]:
        """Last four of the credit code."""
        return (self.uscc[-4:].lower(),)


def living_listed() -> Any:
    """The present listed rows, as a query set of the register."""
    return ListedWorkplace.objects.living()


@term("known_by_code", _("信用代码与单位台账一致"))
def known_by_code() -> Q:
    """A workplace of the register carries the row's credit code: the same beyond doubt."""
    return ~Q(uscc="") & Q(Exists(Employer.objects.filter(LIVING, uscc=OuterRef("uscc"))))


@term("undecided", _("还没有结论"))
def undecided() -> Q:
    """Nobody has said yet what it is, or it was put off."""
    return Q(decision__in=(OPEN, LATER))


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a listed workplace."""
    if row.uscc and not is_credit_code(row.uscc):
        yield Problem(BAD_CODE, code=row.uscc)


LISTED = announce(
    Register(
        key="organising.listed",
        label=_("外部名单"),
        purpose=_("税务、市场监管、社保等部门转来的单位名单，在“名单比对”页逐个认定后并入单位台账。"),
        area="survey",
        model=ListedWorkplace,
        columns=(
            Column("name", listed=True, required=True, sort="sort_pinyin", aliases=("企业名称", "用人单位", "单位名称", "纳税人名称")),
            Column("uscc", listed=True, aliases=("信用代码", "社会信用代码", "纳税人识别号")),
            Column("organisation", kind="organisation", listed=True, required=True, sort="organisation__path"),
            Column("source", kind="code", codes="workplace-source", listed=True, required=True, sort="source"),
            Column("received_on", kind="date", listed=True, required=True, sort="received_on"),
            Column("employees", kind="number", listed=True, sort="employees", aliases=("职工数", "参保人数", "从业人数")),
            Column("legal_rep", aliases=("法人代表",)),
            Column("phone", aliases=("电话", "联系方式")),
            Column("address", aliases=("地址", "注册地址")),
            Column("decision", kind="code", codes="list-decision", listed=True, form=False, sheet=False, sort="decision"),
            Column("employer", kind="link", form=False, sheet=False, register="organising.employer"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(known_by_code, undecided),
        filters=("source", "decision", "known_by_code", "undecided"),
        ordering=("sort_pinyin", "pk"),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "employer"),
        begins="received_on",
    )
)  # fmt: skip
