"""Grassroots unions (基层工会): what is known of each beside its place in the tree."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _

from zhijia.kit.identity.credit_code import is_credit_code, normalise_credit_code
from zhijia.kit.period import Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import LIVING, NamedFact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.union_duties import DUTIES, with_members

BAD_CODE = gettext_noop("统一社会信用代码“%(code)s”校验不符，请对照法人证书核对。")
NOT_A_UNION_CODE = gettext_noop("工会的统一社会信用代码以8开头，“%(code)s”像是单位的代码，请对照法人证书核对。")
ASKED_LATER = gettext_noop("建会请示日期%(asked)s晚于建会日期%(founded)s，请核对。")
AUTHORITY = "8"  # the sign of the federations among the registering authorities of GB 32100


class Union(NamedFact):
    """One union body. `organisation` is its own node; the name and the kind are kept equal to the node's."""

    code = models.CharField(_("工会编码"), max_length=20)
    kind = models.CharField(_("组织类型"), max_length=2)
    unit_kind = models.CharField(_("单位性质"), max_length=2)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    state = models.CharField(_("工会状态"), max_length=10, default="ACTIVE")
    founded_on = models.DateField(_("建会日期"), null=True, blank=True)
    reply_no = models.CharField(_("建会批复文号"), max_length=60, blank=True)
    requested_on = models.DateField(_("建会请示日期"), null=True, blank=True)
    founding_days = models.PositiveSmallIntegerField(_("建会用时（天）"), null=True, editable=False)
    standardised_on = models.DateField(_("规范化验收日期"), null=True, blank=True)
    has_own_account = models.BooleanField(_("独立账户"), default=False)
    office_place = models.CharField(_("办公场所"), max_length=120, blank=True)
    contact = models.CharField(_("联系人"), max_length=40, blank=True)
    contact_phone = models.CharField(_("联系电话"), max_length=40, blank=True)

    class Meta(NamedFact.Meta):
        """One living row per node."""

        abstract = False
        verbose_name = _("基层工会")
        verbose_name_plural = _("基层工会")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=LIVING,
                name="union_once_per_node",
            )
        ]
        indexes = [models.Index(fields=["organisation", "since"], name="union_org")]

    @property
    def upper(self) -> Any:
        """The organisation above; lists fetch those of a whole page at once (see base.queries)."""
        return Organisation.objects.get_parent(self.organisation)

    def derive(self) -> None:
        """The credit code in its written form, the days from request to reply, then the keys of the name."""
        asked, founded = self.requested_on, self.founded_on
        self.founding_days = (founded - asked).days if asked and founded and asked <= founded else None
        self.uscc = normalise_credit_code(self.uscc)
        super().derive()

    def tails(self) -> tuple[str, ...]:
        """Code and credit code."""
        return (self.code.lower(), self.uscc[-4:].lower())


@term("active", _("已建"))
def active() -> Q:
    """Founded and not closed: the unions every rate counts."""
    return Q(state="ACTIVE")


@term("grassroots", _("基层工会"))
def grassroots() -> Q:
    """Single and joint grassroots unions, not federations."""
    return Q(kind__in=kinds_at("union"))


@term("founded_in", _("在期内建会"), "span")
def founded_in(span: Span) -> Q:
    """Founded (reply received) inside the span."""
    return Q(founded_on__gte=span.first, founded_on__lte=span.last)


@term("kind_is", _("组织类型为"), "code", codes="node-kind")
def kind_is(code: str) -> Q:
    """Of one kind of union."""
    return Q(kind=code)


@term("founding_timed", _("已登记建会请示日期"))
def founding_timed() -> Q:
    """How long the founding took is known: from the request to the reply."""
    return Q(founding_days__isnull=False)


@term("standardised_on", _("已通过规范化验收"), "day")
def standardised_on(day: object) -> Q:
    """Passed the inspection of a standardised union by the day: a figure apart from founding."""
    return Q(standardised_on__lte=day)


@term("struck_off_within", _("建会后不超过天数即撤销"), "number")
def struck_off_within(days: int) -> Q:
    """Closed or merged within so many days of its founding (the row is true since the day it ended)."""
    return Q(state__in=("CLOSED", "MERGED"), since__lte=F("founded_on") + dt.timedelta(days=days))


@term("members_at_least", _("会员数不少于"), "number", apart=True)
def members_at_least(number: int, window: Window) -> Q:
    """Unions with at least so many members on the day."""
    return with_members(window, number, Q())


@term("employees_at_least", _("职工数不少于"), "number", apart=True)
def employees_at_least(number: int, window: Window) -> Q:
    """Unions whose workplaces employ at least so many on the day."""
    from zhijia.registers.organising.employers import Employer

    summed = (
        Employer.objects.on(window.as_of, window.known_at)
        .filter(union__isnull=False)
        .order_by()
        .values("union__organisation")
    )
    return Q(organisation__in=summed.annotate(n=Sum("employees")).filter(n__gte=number).values("union__organisation"))


@term("full_time_chair_on", _("有专职主席"), "day", asks_others=True)
def full_time_chair_on(day: object, window: Window) -> Q:
    """A full-time chair or vice-chair holds office on the day."""
    from zhijia.registers.organising.positions import Position

    known = Position.objects.on(window.as_of, window.known_at)
    held = known.filter(role__in=("chair", "vice-chair"), full_time=True, starts_on__lte=day)
    held = held.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    return Q(organisation__in=held.values("organisation"))


@term("replied", _("有建会批复文号"))
def replied() -> Q:
    """The number of the reply is on record."""
    return ~Q(reply_no="")


@term("own_account", _("独立账户"))
def own_account() -> Q:
    """Keeps its own account."""
    return Q(has_own_account=True)


@term("unit_kind_is", _("单位性质为"), "code", codes="unit-kind")
def unit_kind_is(code: str) -> Q:
    """Of one kind of workplace."""
    return Q(unit_kind=code)


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a union."""
    if row.requested_on and row.founded_on and row.requested_on > row.founded_on:
        yield Problem(ASKED_LATER, asked=row.requested_on, founded=row.founded_on)
    if row.uscc and not is_credit_code(row.uscc):
        yield Problem(BAD_CODE, code=row.uscc)
    elif row.uscc and not row.uscc.startswith(AUTHORITY):
        yield Problem(NOT_A_UNION_CODE, code=row.uscc)


UNIONS = announce(
    Register(
        key="organising.union",
        label=_("基层工会"),
        purpose=_("每个基层工会一行：建会批复、证照和联系方式，建会率与新建数由此计算。"),
        area="unions",
        model=Union,
        columns=(
            Column("code", listed=True, form=False, required=True, sort="code", aliases=("工会代码", "组织编码")),
            Column("name", listed=True, required=True, sort="sort_pinyin", aliases=("基层工会名称", "工会名称")),
            Column("upper", _("上级工会"), "organisation", listed=True, form=False, sheet=False),
            Column("kind", kind="code", codes="node-kind", listed=True, required=True, sort="kind", form=False),
            Column("unit_kind", kind="code", codes="unit-kind", listed=True, required=True, sort="unit_kind"),
            Column("state", kind="code", codes="union-state", listed=True, sort="state", form=False),
            Column("founded_on", kind="date", listed=True, sort="founded_on", group=_("建会"), aliases=("成立日期",)),
            Column("reply_no", group=_("建会"), aliases=("批复文号",)),
            Column("requested_on", kind="date", group=_("建会"), help=_("单位或职工提出建会请示的日期，计算建会用时。")),
            Column("founding_days", kind="number", group=_("建会"), form=False, sheet=False),
            Column("standardised_on", kind="date", group=_("建会"), help=_("六会同建、八有三公开通过验收的日期。")),
            Column("uscc", group=_("证照"), aliases=("信用代码", "工会信用代码")),
            Column("has_own_account", kind="flag", group=_("证照")),
            Column("office_place", group=_("联系")),
            Column("contact", group=_("联系")),
            Column("contact_phone", group=_("联系"), aliases=("电话",)),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(
            active, grassroots, founded_in, kind_is, founding_timed, standardised_on, struck_off_within,
            members_at_least, employees_at_least, full_time_chair_on, unit_kind_is, replied, own_account, *DUTIES,
        ),
        filters=("kind", "unit_kind", "state", "founded_in", "standardised_on", "legal_person_on"),
        ordering=("organisation__path", "pk"),
        slots=(
            Slot("reply", _("建会批复"), _("建会以上一级工会批复为准"), required=True),
            Slot("legal-cert", _("法人资格证书"), _("法人证书登记在法人证书台账"), on_demand=True),
        ),
        identity=("code",),
        begins="founded_on",
        bulk=("has_own_account",),
        check=faults,  # type: ignore[arg-type]
        links=(
            ("organising.employer", "union", _("覆盖单位")),
            ("organising.term", "union", _("届次")),
            ("organising.body", "union", _("工会机构")),
            ("organising.election", "union", _("会员大会与选举")),
            ("organising.chair-check", "union", _("主席人选核对")),
            ("organising.certificate", "union", _("法人证书")),
        ),
    )
)  # fmt: skip
