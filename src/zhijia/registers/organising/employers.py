"""Employers (单位): workplaces with and without a union. Written down once by the lowest office that knows them."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.identity.credit_code import is_credit_code, normalise_credit_code
from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.unions import Union

OPERATING = ("1", "2")
SURVEYED_STATES = ("1", "2", "3")
BAD_CODE = gettext_noop("统一社会信用代码“%(code)s”校验不符，请对照营业执照核对。")
PART_ABOVE_WHOLE = gettext_noop("“%(part)s”%(number)s人多于职工总数%(total)s人，请核对。")


class Employer(NamedFact):
    """One workplace. `organisation` is its union's node, or the committee of its town while it has no union."""

    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    unit_kind = models.CharField(_("单位性质"), max_length=2)
    reg_type = models.CharField(_("登记注册类型"), max_length=3, blank=True)
    industry = models.CharField(_("国民经济行业"), max_length=1, blank=True)
    address = models.CharField(_("单位地址"), max_length=160, blank=True)
    legal_rep = models.CharField(_("法定代表人"), max_length=60, blank=True)
    phone = models.CharField(_("联系电话"), max_length=40, blank=True)
    employees = models.PositiveIntegerField(_("职工总数"), default=0)
    women = models.PositiveIntegerField(_("女职工数"), default=0)
    migrants = models.PositiveIntegerField(_("农民工数"), default=0)
    above_scale = models.BooleanField(_("规模以上企业"), default=False)
    has_party_org = models.BooleanField(_("已建党组织"), default=False)
    two_new = models.BooleanField(_("两新组织"), default=False)
    operating_state = models.CharField(_("经营状态"), max_length=1, default="1")
    union = models.ForeignKey(
        Union, models.PROTECT, related_name="employers", null=True, blank=True, verbose_name=_("所属基层工会")
    )
    unionised_on = models.DateField(_("建会日期"), null=True, blank=True)

    class Meta(NamedFact.Meta):
        """A credit code is held by one living row."""

        abstract = False
        verbose_name = _("单位")
        verbose_name_plural = _("单位")
        constraints = [
            models.UniqueConstraint(
                fields=["uscc"],
                condition=LIVING & ~Q(uscc=""),
                name="employer_uscc_once",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "since"], name="employer_org"),
            models.Index(fields=["sort_pinyin", "id"], name="employer_pinyin", condition=LIVING),
            models.Index(fields=["known_until", "version_of", "organisation"], name="employer_living"),
        ]

    def derive(self) -> None:
        """The credit code in its written form, then the keys of the name."""
        self.uscc = normalise_credit_code(self.uscc)
        super().derive()

    def tails(self) -> tuple[str, ...]:
        """Last four of the credit code."""
        return (self.uscc[-4:].lower(),)


@term("operating", _("正常经营"))
def operating() -> Q:
    """Running or half running, with at least one employee: the workplaces a founding rate is measured on."""
    return Q(operating_state__in=OPERATING, employees__gte=1)


@term("surveyable", _("列入摸排"))
def surveyable() -> Q:
    """Neither struck from the trade register nor bankrupt: the workplaces a survey has to walk through."""
    return Q(operating_state__in=SURVEYED_STATES)


@term("with_party_org", _("已建党组织"))
def with_party_org() -> Q:
    """Has a party organisation."""
    return Q(has_party_org=True)


@term("unionised", _("已建会"))
def unionised() -> Q:
    """Covered by a union."""
    return Q(union__isnull=False)


@term("unfounded_at", _("期初未建会"), "day")
def unfounded_at(day: object) -> Q:
    """Had no union when the day began."""
    return Q(unionised_on__isnull=True) | Q(unionised_on__gte=day)


@term("unionised_in", _("在期内建会"), "span")
def unionised_in(span: Span) -> Q:
    """Came under a union inside the span."""
    return Q(unionised_on__gte=span.first, unionised_on__lte=span.last)


@term("employees_at_least", _("职工数不少于"), "number")
def employees_at_least(number: int) -> Q:
    """At least so many employees."""
    return Q(employees__gte=number)


@term("employees_below", _("职工数少于"), "number")
def employees_below(number: int) -> Q:
    """Fewer employees than that."""
    return Q(employees__lt=number)


@term("two_new", _("两新组织"))
def two_new() -> Q:
    """New economic or new social organisations."""
    return Q(two_new=True)


@term("enterprise", _("企业"))
def enterprise() -> Q:
    """Enterprises; rates of collective contracts are measured on them alone."""
    return Q(unit_kind="E")


@term("outside_offices", _("企业和社会组织"))
def outside_offices() -> Q:
    """Neither government offices nor institutions: those that bargain collectively."""
    return ~Q(unit_kind__in=("G", "I"))


@term("with_women", _("有女职工"))
def with_women() -> Q:
    """Employs at least one woman."""
    return Q(women__gte=1)


@term("single_union", _("单独建会"))
def single_union() -> Q:
    """Has a union of its own."""
    return Q(union__kind="40")


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a workplace."""
    if row.uscc and not is_credit_code(row.uscc):
        yield Problem(BAD_CODE, code=row.uscc)
    for part in ("women", "migrants"):
        if getattr(row, part) > row.employees:
            label = Employer._meta.get_field(part).verbose_name  # type: ignore[union-attr]
            yield Problem(PART_ABOVE_WHOLE, part=label, number=getattr(row, part), total=row.employees)


EMPLOYERS = announce(
    Register(
        key="organising.employer",
        label=_("单位"),
        purpose=_("辖区内所有单位，已建会和未建会的都在这里；建会率、未建会名单由此计算。"),
        area="employers",
        model=Employer,
        columns=(
            Column("name", listed=True, required=True, sort="sort_pinyin", aliases=("企业名称", "用人单位", "单位名称")),
            Column("uscc", aliases=("信用代码", "社会信用代码"), group=_("登记信息")),
            Column("organisation", kind="organisation", listed=True, required=True, sort="organisation__path"),
            Column("unit_kind", kind="code", codes="unit-kind", listed=True, required=True, sort="unit_kind"),
            Column("reg_type", kind="code", codes="reg-type", group=_("登记信息")),
            Column("industry", kind="code", codes="industry", group=_("登记信息"), aliases=("行业",)),
            Column("employees", kind="number", listed=True, required=True, sort="employees", group=_("职工"),
                   aliases=("职工数", "职工人数", "从业人数")),
            Column("women", kind="number", group=_("职工"), aliases=("女职工",)),
            Column("migrants", kind="number", group=_("职工"), aliases=("农民工",)),
            Column("operating_state", kind="code", codes="operating-state", listed=True, sort="operating_state"),
            Column("union", kind="link", listed=True, form=False, register="organising.union", sort="union__sort_pinyin"),
            Column("unionised_on", kind="date", form=False, sort="unionised_on"),
            Column("above_scale", kind="flag", group=_("登记信息"), aliases=("规上企业",)),
            Column("has_party_org", kind="flag", group=_("登记信息"), aliases=("是否建立党组织",)),
            Column("two_new", kind="flag", group=_("登记信息"), aliases=("是否两新组织",)),
            Column("legal_rep", group=_("联系"), aliases=("法人代表",)),
            Column("phone", group=_("联系"), aliases=("电话", "联系方式")),
            Column("address", group=_("联系"), aliases=("地址",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(
            operating, surveyable, unionised, with_party_org, unfounded_at, unionised_in, employees_at_least, employees_below,
            two_new,
            enterprise, single_union, outside_offices, with_women,
        ),
        filters=("unit_kind", "industry", "operating_state", "unionised", "two_new", "employees_at_least"),
        ordering=("sort_pinyin", "pk"),
        totals=("employees", "women", "migrants"),
        slots=(Slot("licence", _("营业执照或登记证书"), _("单位名称与信用代码以证照为准")),),
        identity=("uscc",),
        bulk=("industry", "reg_type", "operating_state", "above_scale", "has_party_org", "two_new"),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "union"),
        links=(
            ("relations.contract", "employer", _("集体合同")),
            ("organising.visit", "employer", _("走访记录")),
            ("organising.nail", "employer", _("重点督促单位")),
        ),
    )
)  # fmt: skip
