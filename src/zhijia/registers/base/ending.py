"""Ending a fact: from a day on it is no longer true, and nothing takes its place (a union that was merged away)."""

import datetime as dt

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register

STALE = gettext_noop("“%(name)s”已经终止、作废或被更正，请刷新后再试。")
TOO_EARLY = gettext_noop("终止日期%(on)s不能早于起始日期%(since)s；如果原来登记错了，请用“更正”或“作废”。")


@transaction.atomic
def end_fact(register: Register, *, row: Fact, on: dt.date, by: Post | None, at: dt.datetime) -> Fact:
    """Close the living row: `on` is the first day it no longer holds. What was known before stays as a version."""
    living = register.model._default_manager.select_for_update().filter(
        pk=row.pk, version_of__isnull=True, known_until__isnull=True, until__isnull=True
    ).first()  # fmt: skip
    if living is None:
        raise Conflict(STALE, name=register.title(row))
    if by is not None:
        by.may(f"{register.area}.edit", living.organisation).insist()
    if on < living.since:
        raise Problem(TOO_EARLY, on=on, since=living.since)
    values = {field.attname: getattr(living, field.attname) for field in living._meta.concrete_fields}
    old = register.model(**{**values, "id": None, "version_of_id": living.pk, "known_until": at})
    old.save(force_insert=True)
    living.until, living.recorded_at, living.recorded_by = on, at, by
    living.save(update_fields=["until", "recorded_at", "recorded_by"])
    record(
        kind="fact.ended", by=by, at=at, organisation=living.organisation_id, subject=register.key,
        subject_id=living.pk, detail={"register": register.label, "name": register.title(living), "on": on},
    )  # fmt: skip
    return living
