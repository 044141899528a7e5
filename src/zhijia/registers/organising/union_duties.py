"""Words about unions that ask other registers: which bodies are owed and stand, whether the chair is cleared."""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from zhijia.registers.base.terms import Term, term
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue


def with_members(window: Window, least: int, more: Q) -> Q:
    """Unions with at least so many members on the window's day, of those that `more` picks."""
    from zhijia.registers.organising.member_terms import COUNTED
    from zhijia.registers.organising.members import Member

    known = Member.objects.on(window.as_of, window.known_at).filter(more, state__in=COUNTED)
    counted = known.order_by().values("organisation").annotate(n=Count("pk"))
    return Q(organisation__in=counted.filter(n__gte=least).values("organisation"))


def _with_body(body: str, day: object, window: Window) -> Q:
    from zhijia.registers.organising.bodies import UnionBody, standing_on

    known = UnionBody.objects.on(window.as_of, window.known_at)
    return Q(organisation__in=known.filter(standing_on.build(day), body=body).values("organisation"))


@term("audit_owed_on", _("应设经审会"), "day", asks_others=True)
def audit_owed_on(day: dt.date, window: Window) -> Q:
    """Keeps its own accounts and has members enough on the day."""
    least = int(catalogue().number("body.audit-members", day))
    return Q(has_own_account=True) & with_members(window, least, Q())


@term("women_owed_on", _("应设女职工委员会"), "day", asks_others=True)
def women_owed_on(day: dt.date, window: Window) -> Q:
    """Has women members enough on the day."""
    return with_members(window, int(catalogue().number("body.women-members", day)), Q(sex="2"))


@term("audit_body_on", _("已设经审会"), "day", asks_others=True)
def audit_body_on(day: object, window: Window) -> Q:
    """An audit commission stands on the day."""
    return _with_body("FA", day, window)


@term("women_body_on", _("已设女职工委员会"), "day", asks_others=True)
def women_body_on(day: object, window: Window) -> Q:
    """A women workers' committee stands on the day."""
    return _with_body("WC", day, window)


@term("six_bodies_within", _("六会同建不超过天数"), "number", asks_others=True)
def six_bodies_within(days: int, window: Window) -> Q:
    """All six bodies stood within so many days of the founding, or are not asked of the union."""
    from zhijia.registers.organising.six_bodies import together_within

    return together_within(days, window)


@term("legal_person_on", _("法人证书有效"), "day", asks_others=True)
def legal_person_on(day: object, window: Window) -> Q:
    """Holds a legal-person certificate valid on the day, as the register of certificates has it."""
    from zhijia.registers.organising.certificates import LegalCertificate, in_force

    known = LegalCertificate.objects.on(window.as_of, window.known_at)
    return Q(organisation__in=known.filter(in_force(day)).values("organisation"))


@term("chair_cleared_on", _("主席合规"), "day", asks_others=True)
def chair_cleared_on(day: object, window: Window) -> Q:
    """The chair in office on the day has been checked by then: nothing excludes, and the higher union confirmed it."""
    from zhijia.registers.organising.chair_checks import ChairCheck
    from zhijia.registers.organising.positions import Position, chair, in_office_on

    cleared = ChairCheck.objects.on(window.as_of, window.known_at).filter(
        verdict="PASS", confirmed_on__lte=day, organisation=OuterRef("organisation"), name=OuterRef("name")
    )
    known: Any = Position.objects.on(window.as_of, window.known_at)
    held = known.filter(chair.build(), in_office_on.build(day), body="UC")
    return Q(organisation__in=held.filter(Exists(cleared)).values("organisation"))


DUTIES: tuple[Term, ...] = (
    audit_owed_on, women_owed_on, audit_body_on, women_body_on, six_bodies_within, legal_person_on, chair_cleared_on,
)  # fmt: skip
