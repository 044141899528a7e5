"""Legal-person certificates of unions (工会法人资格证书): valid from when to when, and when they must be renewed."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.kit.period import Span, add_years
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.models import LIVING, Fact
from zhijia.registers.base.register import Column, Register, Slot, announce, vocabulary
from zhijia.registers.base.terms import term
from zhijia.registers.base.window import Window
from zhijia.registers.organising.unions import Union
from zhijia.schemes.catalogue import catalogue

WRONG_ORDER = gettext_noop("证书有效期止%(ends)s应晚于有效期起%(starts)s，请核对。")
WRONG_LENGTH = gettext_noop(
    "证书有效期%(starts)s至%(ends)s，应在%(least)s至%(most)s年之间，与委员会任期一致（依据：%(source)s）。"
)
CANCELLED_FIRST = gettext_noop("证书注销日期%(ends)s早于有效期起%(starts)s，请核对。")


class LegalCertificate(Fact):
    """One certificate of one union; a renewed one is a new row."""

    union = models.ForeignKey(Union, models.PROTECT, related_name="certificates", verbose_name=_("基层工会"))
    number = models.CharField(_("证书编号"), max_length=40)
    valid_from = models.DateField(_("有效期起"))
    valid_until = models.DateField(_("有效期止"))
    legal_person = models.CharField(_("法定代表人"), max_length=60, blank=True)
    authority = models.CharField(_("登记机关"), max_length=60, blank=True)
    cancelled_on = models.DateField(_("注销日期"), null=True, blank=True)

    class Meta:
        """One row for a number from one day on."""

        verbose_name = _("法人资格证书")
        verbose_name_plural = _("法人资格证书")
        constraints = [
            models.UniqueConstraint(fields=["number", "valid_from"], condition=LIVING, name="certificate_once")
        ]
        indexes = [models.Index(fields=["union", "valid_until"], name="certificate_end")]

    def __str__(self) -> str:
        """The number."""
        return self.number

    def derive(self) -> None:
        """The certificate stands where its union stands."""
        self.organisation_id = self.union.organisation_id


def in_force(day: object) -> Q:
    """Valid on the day; the last day counts."""
    return Q(valid_from__lte=day, valid_until__gte=day) & (Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=day))


def renewed(window: Window | None = None) -> Q:
    """A later certificate of the same union is on record: on the window's day, or now."""
    rows = LegalCertificate.objects.on(window.as_of, window.known_at) if window else LegalCertificate.objects.living()
    later = rows.filter(union=OuterRef("union"), valid_until__gt=OuterRef("valid_until"))
    return Q(Exists(later))


@term("valid_on", _("有效"), "day")
def valid_on(day: object) -> Q:
    """Valid on the day."""
    return in_force(day)


@term("expiring_in", _("在期内到期"), "span", asks_others=True)
def expiring_in(span: Span, window: Window | None = None) -> Q:
    """Runs out inside the span, not cancelled, and no later one is on record."""
    return Q(valid_until__gte=span.first, valid_until__lte=span.last, cancelled_on__isnull=True) & ~renewed(window)


@term("expired_on", _("过期未换领"), "day", asks_others=True)
def expired_on(day: object, window: Window | None = None) -> Q:
    """Ran out before the day, not cancelled, and no later one is on record."""
    return Q(valid_until__lt=day, cancelled_on__isnull=True) & ~renewed(window)


@term("renewal_open_on", _("应换领"), "day")
def renewal_open_on(day: dt.date) -> Q:
    """In the days before expiry in which renewal is to be applied for, or already past them."""
    days = int(catalogue().number("certificate.renewal-days", day))
    return Q(valid_until__lte=day + dt.timedelta(days=days), cancelled_on__isnull=True) & ~renewed()


def faults(row: Any) -> Iterator[Problem]:
    """What cannot be true of a certificate; a day is allowed at either end of its length."""
    if row.valid_until <= row.valid_from:
        yield Problem(WRONG_ORDER, starts=row.valid_from, ends=row.valid_until)
        return
    least, most = (catalogue().parameter(f"certificate.{end}-years", row.valid_from) for end in ("min", "max"))
    slack = dt.timedelta(days=1)
    shortest, longest = (add_years(row.valid_from, int(bound.value)) for bound in (least, most))
    if not shortest - slack <= row.valid_until <= longest:
        told = {"starts": row.valid_from, "ends": row.valid_until, "source": least.source}
        yield Problem(WRONG_LENGTH, least=int(least.value), most=int(most.value), **told)
    if row.cancelled_on and row.cancelled_on < row.valid_from:
        yield Problem(CANCELLED_FIRST, starts=row.valid_from, ends=row.cancelled_on)


CERTIFICATES = announce(
    Register(
        key="organising.certificate",
        label=_("法人证书"),
        purpose=_("工会法人资格证书：有效期、换领和注销；法人登记率和应换领名单由此计算。"),
        area="unions",
        model=LegalCertificate,
        columns=(
            Column("number", listed=True, required=True, sort="number", aliases=("法人资格证书号", "证书号")),
            Column("union", kind="link", listed=True, required=True, register="organising.union",
                   sort="union__sort_pinyin", aliases=("工会名称", "基层工会名称")),
            Column("organisation", kind="organisation", form=False, sheet=False, sort="organisation__path"),
            Column("valid_from", kind="date", listed=True, required=True, sort="valid_from", aliases=("发证日期",)),
            Column("valid_until", kind="date", listed=True, required=True, sort="valid_until",
                   aliases=("有效期至", "法人证书有效期至", "法人证书有效期")),
            Column("legal_person", listed=True, aliases=("法人代表",)),
            Column("authority", aliases=("发证机关",)),
            Column("cancelled_on", kind="date", listed=True, sort="cancelled_on"),
            Column("remark", kind="long"),
        ),
        terms=vocabulary(valid_on, expiring_in, expired_on, renewal_open_on),
        filters=("valid_on", "renewal_open_on", "expired_on", "expiring_in"),
        ordering=("valid_until", "pk"),
        slots=(
            Slot("certificate", _("法人资格证书"), _("法人登记率按证书有效期计算"), required=True),
            Slot("application", _("申请登记或补换领申请表"), _("换领在期满前申请")),
        ),
        check=faults,  # type: ignore[arg-type]
        related=("organisation", "union"),
        begins="valid_from",
        searched="union__search",
    )
)  # fmt: skip
