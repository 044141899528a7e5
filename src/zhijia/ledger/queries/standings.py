"""Who holds what: on a day, as known at a moment."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q

from zhijia.accounts.models import Post
from zhijia.ledger.holders import Holder, entity_of, register_key
from zhijia.ledger.models import Revocation, Standing
from zhijia.registers.base.models import FactQuerySet, valid
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_for


def in_force(day: dt.date, known_at: dt.datetime | None = None) -> Q:
    """Standings that hold on the day: begun, not run out, not revoked, as known at the moment (None: now)."""
    ended = Revocation.objects.filter(standing=OuterRef("pk"), since__lte=day)
    if known_at is not None:
        ended = ended.filter(recorded_at__lte=known_at)
    return valid(day, known_at) & Q(~Exists(ended))


def held_on(day: dt.date, known_at: dt.datetime | None = None) -> FactQuerySet[Standing]:
    """All standings held on a day; for the house itself, not for a page."""
    found: FactQuerySet[Standing] = Standing.objects.filter(in_force(day, known_at))
    return found


def holdings_of(
    holder: Holder, on: dt.date, *, kind: str = "", known_at: dt.datetime | None = None
) -> Sequence[Standing]:
    """What one holder holds on a day, newest first: what a condition `holds` asks."""
    found = held_on(on, known_at).filter(holder_register=register_key(holder), holder=entity_of(holder))
    return list((found.filter(kind=kind) if kind else found).order_by("-since", "-pk"))


def holders(
    register: str, kind: str, levels: Sequence[str], on: dt.date, known_at: dt.datetime | None = None
) -> FactQuerySet[Standing]:
    """Numbers of the rows of a register ('' for organisations) that hold a kind at one of the levels (none: any).

    A queryset of one column, to stand behind `__in` of another query: what `holds` compiles to.
    """
    found = held_on(on, known_at).filter(holder_register=register, kind=kind)
    return (found.filter(level__in=levels) if levels else found).order_by().values("holder")  # type: ignore[return-value]


def standing_for(post: Post, standing: int) -> Standing:
    """One standing inside the post's scope; NotFound tells no more than that."""
    found: Standing = record_of(register_for(Standing), post, standing)
    return found
