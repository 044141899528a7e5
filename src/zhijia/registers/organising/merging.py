"""The end of a union in another. Members keep their membership and go to the union that takes over, with the
workplaces and what is written down beside them. Officers leave that day; the running term, the bodies and the
certificate end with the union.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from zhijia.accounts.models import Post
from zhijia.orgs.actions import merge_organisations
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.ending import end_fact
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.organising.bodies import BODIES, UnionBody
from zhijia.registers.organising.certificates import CERTIFICATES, LegalCertificate
from zhijia.registers.organising.employers import EMPLOYERS, Employer
from zhijia.registers.organising.members import HELD, MEMBERS, Member
from zhijia.registers.organising.positions import POSITIONS, Position
from zhijia.registers.organising.terms import TERMS, UnionTerm
from zhijia.registers.organising.unions import UNIONS, Union


@transaction.atomic
def merge_unions(*, source: Union, into: Union, on: dt.date, by: Post | None, at: dt.datetime) -> int:
    """End `source` in `into` on `on`; members, workplaces and their contracts go over. Returns members moved."""
    merge_organisations(source=source.organisation, into=into.organisation, on=on, by=by, at=at)
    moved = _move_members(source, {"organisation": into.organisation}, on, by, at)
    _move_employers(source, {"organisation": into.organisation, "union": into}, on, by, at)
    end_offices(source, on, by, at)
    end_papers(source, on, by, at)
    change_fact(UNIONS, row=source, values={"state": "MERGED"}, on=on, by=by, at=at)
    return moved


def union_of(organisation: Organisation) -> Union | None:
    """The living register row of a union's node; None for organisations that are no unions."""
    return Union.objects.living().filter(organisation=organisation).first()


def _move_members(
    union: Union, values: Mapping[str, Any], on: dt.date, by: Post | None, at: dt.datetime
) -> int:  # fmt: skip
    """Everybody who holds a membership there; whoever was on the way from one to the other has arrived."""
    into = values["organisation"]
    held = list(Member.objects.living().filter(organisation=union.organisation, state__in=HELD))
    for member in held:
        arrived = {"state": "ACTIVE", "state_on": on, "destination": None} if member.destination_id == into.pk else {}
        carry(MEMBERS, member, {**values, **arrived}, on, by, at)
    for member in Member.objects.living().filter(destination=union.organisation, state="TRANSFER_OUT"):
        here = member.organisation_id == into.pk
        came = {"state": "ACTIVE", "state_on": on, "destination": None} if here else {"destination": into}
        carry(MEMBERS, member, came, on, by, at)
    return len(held)


def _move_employers(
    union: Union, values: Mapping[str, Any], on: dt.date, by: Post | None, at: dt.datetime
) -> None:  # fmt: skip
    """Workplaces, and whatever registers above keep beside them (contracts stand where their employer stands)."""
    for employer in Employer.objects.living().filter(union=union):
        carry(EMPLOYERS, employer, values, on, by, at)
        for key, field, _ in EMPLOYERS.links:
            linked = register_of(key)
            for row in linked.model._default_manager.filter(
                version_of__isnull=True, known_until__isnull=True, **{field: employer}
            ):
                carry(linked, row, {"organisation": values["organisation"]}, on, by, at)


def end_offices(union: Union, on: dt.date, by: Post | None, at: dt.datetime) -> None:
    """Officers leave on the day, the running term ends with it."""
    present = Position.objects.living().filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    for position in present.filter(organisation=union.organisation):
        carry(POSITIONS, position, {"ends_on": on}, on, by, at)
    for term in UnionTerm.objects.living().filter(union=union, until__isnull=True):
        end_fact(TERMS, row=term, on=max(on, term.since), by=by, at=at)


def end_papers(union: Union, on: dt.date, by: Post | None, at: dt.datetime) -> None:
    """The bodies end with the union, its certificate is cancelled."""
    for body in UnionBody.objects.living().filter(union=union.pk, ends_on__isnull=True):
        carry(BODIES, body, {"ends_on": max(on, body.established_on)}, on, by, at)
    for paper in LegalCertificate.objects.living().filter(union=union.pk, cancelled_on__isnull=True):
        carry(CERTIFICATES, paper, {"cancelled_on": max(on, paper.valid_from)}, on, by, at)


def carry(
    register: Register, row: Fact, values: Mapping[str, Any], on: dt.date, by: Post | None, at: dt.datetime
) -> None:
    """A dated change; a row that began on the day or later is set right instead."""
    if on > row.since:
        change_fact(register, row=row, values=values, on=on, by=by, at=at)
    else:
        correct_fact(register, row=row, values=values, by=by, at=at)
