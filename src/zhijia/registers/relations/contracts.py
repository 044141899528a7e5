"""Collective contracts (集体合同), flat: one row per contract and employer it binds."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span, add_months
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.employers import Employer
from zhijia.schemes.catalogue import catalogue

WRONG_ORDER = gettext_noop("合同期满日期%(ends)s应晚于生效日期%(starts)s，请核对。")
TOO_LONG = gettext_noop("合同期限超过%(months)s个月的上限（生效%(starts)s，期满%(ends)s）。")
NOT_SIGNED = gettext_noop("生效日期%(starts)s早于签订日期%(signed)s，请核对。")


class Contract(Fact):
    """One contract binding one employer. `organisation` is the employer's."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="contracts", verbose_name=_("单位"))
    kind = models.CharField(_("合同类别"), max_length=8)
    scope = models.CharField(_("层级"), max_length=8, default="ENT")
    number = models.CharField(_("合同编号"), max_length=60, blank=True)
    signed_on = models.DateField(_("签订日期"))
    effective_on = models.DateField(_("生效日期"))
    ends_on = models.DateField(_("期满日期"))
    ended_on = models.DateField(_("提前终止日期"), null=True, blank=True)
    filed_on = models.DateField(_("报送审查日期"), null=True, blank=True)
    wage_clauses = models.BooleanField(_("含工资专章"), default=False)
    workers = models.PositiveIntegerField(_("覆盖职工数"), default=0)

    class Meta:
        """Found by employer and by end."""

        verbose_name = _("集体合同")
        verbose_name_plural = _("集体合同")
        indexes = [
            models.Index(fields=["employer", "kind"], name="contract_employer"),
            models.Index(fields=["ends_on"], name="contract_end"),
            models.Index(fields=["-signed_on", "id"], name="contract_signed", condition=LIVING),
        ]

    def __str__(self) -> str:
        """Employer and kind."""
        return f"{self.employer}"

    def derive(self) -> None:
        """The contract stands where its employer stands."""
        self.organisation_id = self.employer.organisation_id


@term("in_force", _("有效"), "day")
def in_force(day: object) -> Q:
    """In effect on the day; the last day counts, the day after does not."""
    return Q(effective_on__lte=day, ends_on__gte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


@term("wage", _("工资专项或含工资专章"))
def wage() -> Q:
    """Settles wages: a wage contract, or a comprehensive one with a wage chapter."""
    return Q(kind="WAGE") | Q(kind="COMP", wage_clauses=True)


@term("of_kind", _("合同类别为"), "code", codes="contract-kind")
def of_kind(code: str) -> Q:
    """Of one kind."""
    return Q(kind=code)


@term("expiring_in", _("在期内到期"), "span")
def expiring_in(span: Span) -> Q:
    """Runs out inside the span."""
    return Q(ends_on__gte=span.first, ends_on__lte=span.last, ended_on__isnull=True)


@term("signed_in", _("在期内签订"), "span")
def signed_in(span: Span) -> Q:
    """Signed inside the span."""
    return Q(signed_on__gte=span.first, signed_on__lte=span.last)


@term("filed_by", _("已报送人社部门审查"), "day")
def filed_by(day: object) -> Q:
    """Filed with the labour authority by the day."""
    return Q(filed_on__lte=day)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a contract."""
    if row.ends_on <= row.effective_on:
        yield Problem(WRONG_ORDER, starts=row.effective_on, ends=row.ends_on)
    if row.effective_on < row.signed_on:
        yield Problem(NOT_SIGNED, starts=row.effective_on, signed=row.signed_on)
    months = int(catalogue().number("contract.max-months", row.effective_on))
    if row.ends_on > add_months(row.effective_on, months):
        yield Problem(TOO_LONG, months=months, starts=row.effective_on, ends=row.ends_on)


CONTRACTS = announce(
    Register(
        key="relations.contract",
        label=_("集体合同"),
        purpose=_("工资专项、综合等集体合同，一份合同对一个单位一行；建制率按单位去重计算。"),
        area="contracts",
        model=Contract,
        columns=(
            Column("employer", kind="link", listed=True, required=True, register="organising.employer",
                   sort="employer__sort_pinyin", aliases=("单位名称", "企业名称")),
            Column("organisation", kind="organisation", listed=True, form=False, sheet=False,
                   sort="organisation__path"),
            Column("kind", kind="code", codes="contract-kind", listed=True, required=True, sort="kind"),
            Column("scope", kind="code", codes="contract-scope", listed=True, sort="scope"),
            Column("number", aliases=("编号",)),
            Column("signed_on", kind="date", listed=True, required=True, sort="signed_on"),
            Column("effective_on", kind="date", required=True, sort="effective_on"),
            Column("ends_on", kind="date", listed=True, required=True, sort="ends_on", aliases=("到期日期",)),
            Column("ended_on", kind="date"),
            Column("filed_on", kind="date", sort="filed_on", aliases=("备案日期", "报送日期")),
            Column("wage_clauses", kind="flag", listed=True),
            Column("workers", kind="number", listed=True, sort="workers", aliases=("覆盖人数",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(in_force, wage, of_kind, expiring_in, signed_in, filed_by),
        filters=("kind", "scope", "wage", "in_force", "expiring_in", "signed_in"),
        ordering=("-signed_on", "pk"),
        totals=("workers",),
        slots=(
            Slot("contract", _("合同文本"), _("以双方签字盖章的文本为准"), required=True),
            Slot("review", _("审查意见书"), _("报送人社部门审查")),
        ),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "employer"),
        begins="effective_on",
        bulk=("scope", "wage_clauses"),
        searched="employer__search",
    )
)  # fmt: skip
