"""Movements of members (会籍变动): who came to a union and who went, on which day, how; computed from the members."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import NamedFact
from zhijia.registers.base.register import Column, Register, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.movements_view import VIEW
from zhijia.schemes.catalogue import catalogue

CODES = "movement-kind"


class Movement(NamedFact):
    """One coming or going of one member at one union. `since` is the day, `delta` +1 or -1, `other` the other union.

    A transfer is two movements: out of one union, into the other. Nothing is written here: see `movements_view`.
    """

    member = models.ForeignKey(Member, models.DO_NOTHING, related_name="+", verbose_name=_("会员"))
    other = models.ForeignKey(Organisation, models.DO_NOTHING, related_name="+", null=True, verbose_name=_("对方工会"))
    kind = models.CharField(_("变动类别"), max_length=10)
    delta = models.SmallIntegerField(_("增减"))

    PERSON = True

    class Meta:
        """A view of the database."""

        managed = False
        db_table = VIEW
        verbose_name = _("会籍变动")
        verbose_name_plural = _("会籍变动")


@term("kind_is", _("类别为"), "code", codes=CODES)
def kind_is(code: str) -> Q:
    """Of one kind."""
    return Q(kind=code)


@term("left", _("退会、自动退会和开除"))
def left() -> Q:
    """Membership ended by the member's or the committee's decision."""
    return Q(kind__in=[code for code, entry in catalogue().codes[CODES].entries.items() if entry.group == "left"])


@term("gone", _("转出以外的减少"))
def gone() -> Q:
    """No longer counted, and not because another union took the member in."""
    return Q(delta=-1) & ~Q(kind="OUT")


@term("joined_anew", _("新入会、补登和恢复"))
def joined_anew() -> Q:
    """Counted anew, and not because another union let the member go."""
    return Q(delta=1) & ~Q(kind="IN")


@term("came", _("增加"))
def came() -> Q:
    """The union has one member more."""
    return Q(delta=1)


@term("happened_in", _("在期内发生"), "span")
def happened_in(span: Span) -> Q:
    """On a day of the span."""
    return Q(since__gte=span.first, since__lte=span.last)


MOVEMENTS = announce(
    Register(
        key="organising.movement",
        label=_("会籍变动"),
        purpose=_("由会员台账算出的入会、转会和离会，一次一行；会员月报的每个数都能点到这里。"),
        area="movements",
        model=Movement,
        columns=(
            Column("name", _("姓名"), listed=True, sort="sort_pinyin"),
            Column("organisation", _("工会"), "organisation", listed=True, sort="organisation__path"),
            Column("since", _("变动日期"), "date", listed=True, sort="since"),
            Column("kind", kind="code", codes=CODES, listed=True, sort="kind"),
            Column("delta", kind="number", listed=True, sort="delta"),
            Column("other", kind="organisation", listed=True),
            Column("member", kind="link", listed=True, register="organising.member"),
        ),
        terms=vocabulary(kind_is, left, gone, joined_anew, came, happened_in),
        filters=("kind", "happened_in", "came"),
        ordering=("-since", "pk"),
        totals=("delta",),
        related=("organisation", "other", "member"),
        typed=False,
    )
)
