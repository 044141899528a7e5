"""The six bodies founded together (六会同建), one row for each union and body: which stand, which are not asked.

Computed from the registers of unions and bodies. The names of the six were found in no authoritative source; these are
the county's default reading, as in the checklist of the acceptance.
"""

import datetime as dt

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.orgs.kinds import kinds_at
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Column, Register, announce, vocabulary
from zhijia.registers.base.show import code_label
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.derived_tables import DerivedTable
from zhijia.registers.organising.union_duties import women_owed_on
from zhijia.registers.organising.unions import Union

SIX = ("UC", "FA", "WC", "SC", "LM", "LS")
# Supervision of labour law may rest with that of safety; offices ask for neither mediation nor supervision.
ALSO = {"LS": ("LS", "SP")}
OFFICE, NOT_IN_OFFICES = "G", ("LM", "LS")
VIEW, TABLE = "organising_sixbody", "organising_union"
_ITEMS = " UNION ALL ".join(f"SELECT {at} AS at, '{body}' AS body" for at, body in enumerate(SIX))
MAKE = f"""
CREATE VIEW {VIEW} AS
SELECT u.id * 8 + six.at AS id, u.organisation_id, u.since, u.until, u.recorded_at, u.recorded_by_id, u.known_until,
       u.version_of_id * 8 + six.at AS version_of_id, u.batch, '' AS remark, COALESCE(u.version_of_id, u.id) AS union_id,
       six.body, u.kind, u.state, u.unit_kind, u.founded_on, u.has_own_account, u.search
FROM {TABLE} u CROSS JOIN ({_ITEMS}) six
"""  # noqa: S608 - table, view and items are named above
SIX_TABLE = DerivedTable(VIEW, TABLE, MAKE)


class SixBody(Fact):
    """One of the six for one union, through all versions of the union's row. Nothing is written here."""

    union = models.ForeignKey(Union, models.DO_NOTHING, related_name="+", verbose_name=_("基层工会"))
    body = models.CharField(_("机构"), max_length=2)
    kind = models.CharField(_("组织类型"), max_length=2)
    state = models.CharField(_("工会状态"), max_length=10)
    unit_kind = models.CharField(_("单位性质"), max_length=2)
    founded_on = models.DateField(_("建会日期"), null=True)
    has_own_account = models.BooleanField(_("独立账户"))
    search = models.CharField(max_length=800)

    class Meta:
        """A view of the database."""

        managed = False
        db_table = VIEW
        verbose_name = _("六会同建明细")
        verbose_name_plural = _("六会同建明细")

    def __str__(self) -> str:
        """Union and body."""
        return f"{self.union}{code_label('union-body', self.body)}"


@term("founded_in", _("在期内建会"), "span")
def founded_in(span: Span) -> Q:
    """Of grassroots unions founded inside the span and still there."""
    return Q(founded_on__gte=span.first, founded_on__lte=span.last, state="ACTIVE", kind__in=kinds_at("union"))


@term("met_on", _("已建立或不要求"), "day", asks_others=True)
def met_on(day: dt.date, window: Window) -> Q:
    """The body stands on the day, or is not asked of this union."""
    return _stands(window, Q(established_on__lte=day)) | _not_asked(day, window)


@term("met_within", _("规定天数内建立或不要求"), "number", asks_others=True)
def met_within(days: int, window: Window) -> Q:
    """The body was established within so many days of the founding, or is not asked of this union."""
    in_time = Q(established_on__lte=OuterRef("founded_on") + dt.timedelta(days=days))
    return _stands(window, in_time) | _not_asked(window.as_of, window)


def _stands(window: Window, established: Q) -> Q:
    from zhijia.registers.organising.bodies import UnionBody

    known = UnionBody.objects.on(window.as_of, window.known_at).filter(established, union=OuterRef("union"))
    known = known.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=window.as_of), established_on__lte=window.as_of)
    stands = Q()
    for body in SIX:
        stands |= Q(Exists(known.filter(body__in=ALSO.get(body, (body,)))), body=body)
    return stands


def _not_asked(day: dt.date, window: Window) -> Q:
    """Exempt: no audit commission without own accounts, no women's committee below the number, two not in offices."""
    office = Q(body__in=NOT_IN_OFFICES, unit_kind=OFFICE)
    return office | Q(body="FA", has_own_account=False) | Q(body="WC") & ~women_owed_on.build(day, window=window)


def together_within(days: int, window: Window) -> Q:
    """Condition on unions: none of the six is missing so many days after the founding."""
    rows = SixBody.objects.on(window.as_of, window.known_at).exclude(met_within.build(days, window=window))
    return ~Q(organisation__in=rows.order_by().values("organisation"))


SIX_BODIES = announce(
    Register(
        key="organising.six-body",
        label=_("六会同建明细"),
        purpose=_("由基层工会和工会机构台账算出：新建工会六个机构各自建没建，六会到位率可点到这里。"),
        area="movements",
        model=SixBody,
        columns=(
            Column("union", kind="link", listed=True, register="organising.union", sort="union__sort_pinyin"),
            Column("organisation", kind="organisation", sort="organisation__path"),
            Column("body", kind="code", codes="union-body", listed=True, sort="body"),
            Column("founded_on", kind="date", listed=True, sort="founded_on"),
            Column("unit_kind", kind="code", codes="unit-kind", listed=True),
            Column("has_own_account", kind="flag", listed=True),
        ),
        terms=vocabulary(founded_in, met_on, met_within),
        filters=("body", "founded_in", "met_on"),
        ordering=("-founded_on", "union", "pk"),
        related=("organisation", "union"),
        typed=False,
    )
)
