"""What falls due in a union's own life: terms, certificates, changes of the register entry, trainings of chairs.

Plain questions of the post and the day, for the desk, the calendar and the page of due things; nothing is stored.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from zhijia.accounts.models import Post
from zhijia.registers.base.models import LIVING
from zhijia.registers.organising.certificates import LegalCertificate, in_force, renewal_open_on
from zhijia.registers.organising.elections import Election
from zhijia.registers.organising.positions import Position, chair, in_office_on, untrained
from zhijia.registers.organising.rules.terms import Stage, stage_of
from zhijia.registers.organising.terms import UnionTerm, next_term
from zhijia.schemes.catalogue import catalogue


@dataclass(frozen=True)
class TermDue:
    """A term without a next one, inside the days of warning or past its end. `in_progress`: elected, not yet replied."""

    term: Any
    stage: Stage
    due_on: dt.date
    days_left: int
    in_progress: bool


@dataclass(frozen=True)
class Due:
    """Something owed by a day; `days_left` is negative when it is late."""

    row: Any
    due_on: dt.date
    days_left: int


def terms_due(post: Post, on: dt.date) -> list[TermDue]:
    """Terms that want their election, the most overdue first; a stage for each."""
    if not post.may("positions.view"):
        return []
    latest = on + dt.timedelta(days=int(catalogue().number("term.warn-days", on)))
    elected = Election.objects.filter(
        LIVING, union=OuterRef("union"), kind="RENEWAL", held_on__gt=OuterRef("starts_on"), reply_on__isnull=True
    )
    rows = UnionTerm.objects.visible_to(post).living().filter(until__isnull=True, due_on__lte=latest)
    rows = rows.filter(~Exists(next_term())).annotate(in_progress=Exists(elected))
    found = []
    for row in rows.select_related("union", "organisation").order_by("due_on", "pk"):
        stage = stage_of(row.ends_on, row.extended_to, on)
        if stage != "running":
            found.append(TermDue(row, stage, row.due_on, (row.due_on - on).days, row.in_progress))
    return found


def certificates_due(post: Post, on: dt.date) -> list[Due]:
    """Certificates in their days of renewal or expired, no later one on record; by the last day of validity."""
    if not post.may("unions.view"):
        return []
    rows = LegalCertificate.objects.visible_to(post).living().filter(renewal_open_on.build(on), until__isnull=True)
    rows = rows.select_related("union", "organisation").order_by("valid_until", "pk")
    return [Due(row, row.valid_until, (row.valid_until - on).days) for row in rows]


def certificate_changes_due(post: Post, on: dt.date) -> list[Due]:
    """Valid certificates that name another legal person than the chair in office: the change is owed within days."""
    if not post.may("unions.view"):
        return []
    days = int(catalogue().number("certificate.change-days", on))
    rows = LegalCertificate.objects.visible_to(post).living().filter(in_force(on), ~Q(legal_person=""))
    certificates = {row.organisation_id: row for row in rows.select_related("union", "organisation")}
    chairs = Position.objects.visible_to(post).living().filter(chair.build(), in_office_on.build(on), body="UC")
    found = []
    for held in chairs.filter(organisation__in=list(certificates)).order_by("starts_on", "pk"):
        row = certificates[held.organisation_id]
        if held.name != row.legal_person and held.starts_on > row.valid_from:
            due_on = held.starts_on + dt.timedelta(days=days)
            found.append(Due(row, due_on, (due_on - on).days))
    return found


def trainings_due(post: Post, on: dt.date) -> list[Due]:
    """Chairs in office who have not been trained since they took office, by the day by which they should be."""
    if not post.may("positions.view"):
        return []
    rows = Position.objects.visible_to(post).living().filter(chair.build(), in_office_on.build(on), untrained.build())
    rows = rows.filter(body="UC", until__isnull=True).select_related("organisation").order_by("train_by", "pk")
    return [Due(row, row.train_by, (row.train_by - on).days) for row in rows if row.train_by]
