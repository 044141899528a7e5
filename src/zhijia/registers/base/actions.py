"""The only writers of facts: record, correct (it was written wrong), change (it became different), void."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.evidence.actions import follow
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.changes import changes_between, described
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register

STALE = gettext_noop("“%(name)s”在您打开之后已被别人修改，请刷新后再改。")
TOO_EARLY = gettext_noop("变更日期%(on)s不能早于现有记录的起始日期%(since)s；如果原来登记错了，请用“更正”。")
NO_REASON = gettext_noop("作废需要写明原因。")
NOTHING = gettext_noop("没有任何改动。")
DUPLICATE = gettext_noop("“%(name)s”与已登记的记录重复，请先查询现有记录。")
FIELD_WRONG = gettext_noop("%(label)s：%(fault)s")


@transaction.atomic
def record_fact(
    register: Register, *, values: Mapping[str, Any], by: Post | None, at: dt.datetime, batch: int | None = None
) -> Fact:
    """Write a new fact. `values` are model fields, `organisation` and `since` among them; Problem when refused."""
    row = register.model(**values, recorded_at=at, recorded_by=by, batch=batch)
    row.derive()
    _allowed(register, row, by)
    _guard(register, row, by)
    _save(register, row)
    record(
        kind="fact.recorded", by=by, at=at, organisation=row.organisation_id, subject=register.key, subject_id=row.pk,
        detail={"register": register.label, "name": register.title(row)},
    )  # fmt: skip
    return row


@transaction.atomic
def correct_fact(
    register: Register,
    *,
    row: Fact,
    values: Mapping[str, Any],
    by: Post | None,
    at: dt.datetime,
    seen: dt.datetime | None = None,
) -> Fact:
    """Set right what was written wrong: the old knowledge is kept and ends at `at`.

    `seen` is the recorded_at the writer had before the eyes; a newer one raises Conflict.
    """
    living = _hold(register, row, seen)
    _allowed(register, living, by)
    old = _copy(living)
    old.known_until = at
    return _replace(register, living, old, values, by, at, "fact.corrected", {})


@transaction.atomic
def change_fact(
    register: Register,
    *,
    row: Fact,
    values: Mapping[str, Any],
    on: dt.date,
    by: Post | None,
    at: dt.datetime,
    seen: dt.datetime | None = None,
    answered: bool = False,
    same_day: bool = False,
) -> Fact:
    """Write down that something became different on a day: the old slice ends there, the living row goes on.

    `answered`: the caller has asked already whether the post may do this, by a rule of the register's own.
    `same_day`: a second change on the first day of a slice is no mistake; the slice it replaces held no day.
    """
    living = _hold(register, row, seen)
    if not answered:
        _allowed(register, living, by)
    if on < living.since or (on == living.since and not same_day):
        raise Problem(TOO_EARLY, on=on, since=living.since)
    old = _copy(living)
    if on == living.since:
        old.known_until = at
    else:
        old.until = on
    values = {**values, "since": on}
    return _replace(register, living, old, values, by, at, "fact.changed", {"on": on}, answered=answered)


@transaction.atomic
def void_fact(register: Register, *, row: Fact, reason: str, by: Post | None, at: dt.datetime) -> None:
    """Take a fact out of the register; it stays readable in the history with its reason.

    Refused without the register's verb for it, Problem without a reason or when the row lasts.
    """
    if not reason.strip():
        raise Problem(NO_REASON)
    living = _hold(register, row, None)
    if by is not None:
        by.may(register.voids, living.organisation).insist()
    for problem in register.lasts(living):
        raise problem
    register.model._default_manager.filter(pk=living.pk).update(known_until=at)
    record(
        kind="fact.voided", by=by, at=at, organisation=living.organisation_id, subject=register.key,
        subject_id=living.pk, detail={"register": register.label, "name": register.title(living), "reason": reason},
    )  # fmt: skip


def _allowed(register: Register, row: Fact, by: Post | None) -> None:
    if by is not None:
        by.may(f"{register.area}.edit", row.organisation).insist()


def _guard(register: Register, row: Fact, by: Post | None) -> None:
    """What other rows forbid, asked when a person writes."""
    for problem in register.guard(row) if by is not None else ():
        raise problem


def _hold(register: Register, row: Fact, seen: dt.datetime | None) -> Fact:
    """The living row under a lock; Conflict when it is gone or newer than what the writer saw."""
    rows = register.model._default_manager.select_for_update()
    living = rows.filter(pk=row.pk, version_of__isnull=True, known_until__isnull=True).first()
    if living is None or (seen is not None and living.recorded_at > seen):
        raise Conflict(STALE, name=register.title(row))
    return living


def _copy(living: Fact) -> Fact:
    """A copy that will stand for the past."""
    values = {field.attname: getattr(living, field.attname) for field in living._meta.concrete_fields}
    values.update(id=None, version_of_id=living.pk)
    return type(living)(**values)


def _replace(
    register: Register,
    living: Fact,
    old: Fact,
    values: Mapping[str, Any],
    by: Post | None,
    at: dt.datetime,
    kind: str,
    detail: Mapping[str, object],
    answered: bool = False,
) -> Fact:
    for name, value in values.items():
        setattr(living, name, value)
    living.derive()
    living.recorded_at, living.recorded_by = at, by
    changed = changes_between(register, old, living)
    if not changed:
        raise Problem(NOTHING)
    if not answered:
        _allowed(register, living, by)
    _guard(register, living, by)
    old.save(force_insert=True)
    _save(register, living)
    if old.organisation_id != living.organisation_id:
        follow(subject=register.key, subject_id=living.pk, organisation=living.organisation_id)
    told = {"register": register.label, "name": register.title(living), "changes": described(register, changed)}
    record(
        kind=kind, by=by, at=at, organisation=living.organisation_id, subject=register.key, subject_id=living.pk,
        detail={**told, **detail},
    )  # fmt: skip
    return living


def _save(register: Register, row: Fact) -> None:
    """Derive, check and save; the model's own faults and the database's refusals become one sentence."""
    row.derive()
    for problem in register.check(row):
        raise problem
    try:
        row.clean_fields(exclude=["version_of"])
        with transaction.atomic():
            row.save()
    except ValidationError as fault:
        name, messages = next(iter(fault.message_dict.items()))
        label = register.model._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        raise Problem(FIELD_WRONG, label=label, fault=messages[0]) from fault
    except IntegrityError as fault:
        raise Conflict(DUPLICATE, name=register.title(row)) from fault
