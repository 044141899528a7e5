"""Recording many facts at once: each row is derived and checked like a single one, then written in batches.

Imports and the demo county write through here. Memory stays flat however long the stream of rows is, and the
journal gets one line for each fact, so that the history of a row reads the same however it came in.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field

from zhijia.accounts.models import Post
from zhijia.journal.actions import entry_of
from zhijia.journal.models import Entry
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register

ROWS_PER_BATCH = 1000
IN_ROW = gettext_noop("第%(row)s行“%(name)s”：%(fault)s")
FIELD_WRONG = gettext_noop("%(label)s：%(fault)s")
TWICE = gettext_noop("第%(first)s至%(last)s行中有与已登记记录重复的，整批没有保存。请先查重再登记。")


def fact_of(
    register: Register, values: Mapping[str, Any], *, by: Post | None, at: dt.datetime, batch: int | None = None
) -> Fact:
    """An unsaved fact, derived and checked: what a dry run shows. Problem says what is wrong; no query is made.

    `values` are model fields as in `record_fact`; links are passed as objects, so that nothing is looked up.
    """
    row = register.model(**values, recorded_at=at, recorded_by=by, batch=batch)
    row.derive()
    for problem in register.check(row):
        raise problem
    try:
        row.clean_fields(exclude=_links(register))
    except ValidationError as fault:
        name, messages = next(iter(fault.message_dict.items()))
        label = register.model._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        raise Problem(FIELD_WRONG, label=label, fault=messages[0]) from fault
    return row


def record_facts(
    register: Register,
    rows: Iterable[Mapping[str, Any]],
    *,
    by: Post | None,
    at: dt.datetime,
    batch: int | None = None,
    written: Callable[[list[Fact]], None] = lambda facts: None,
) -> int:
    """Write a stream of facts, all or none; returns how many.

    `written` is told of every batch of saved facts (for their numbers, or for progress). Problem names the first
    row (counted from 1) that cannot be accepted, Conflict the batch in which a row is already registered.
    """
    facts = (_checked(register, values, by, at, batch, place) for place, values in enumerate(rows, start=1))
    return write_facts(register, facts, by=by, at=at, written=written)


@transaction.atomic
def write_facts(
    register: Register,
    facts: Iterable[Fact],
    *,
    by: Post | None,
    at: dt.datetime,
    written: Callable[[list[Fact]], None] = lambda facts: None,
) -> int:
    """As `record_facts`, for facts that `fact_of` has made: they are not checked again."""
    stream, count, allowed = iter(facts), 0, set[int]()
    while part := list(islice(stream, ROWS_PER_BATCH)):
        _insist(register, part, by, allowed)
        try:
            with transaction.atomic():
                register.model._default_manager.bulk_create(part)
        except IntegrityError as fault:
            raise Conflict(TWICE, first=count + 1, last=count + len(part)) from fault
        Entry.objects.bulk_create(_lines(register, part, by, at))
        count += len(part)
        written(part)
    return count


def _checked(
    register: Register, values: Mapping[str, Any], by: Post | None, at: dt.datetime, batch: int | None, place: int
) -> Fact:
    try:
        return fact_of(register, values, by=by, at=at, batch=batch)
    except Problem as problem:
        raise Problem(IN_ROW, row=place, name=values.get("name", ""), fault=problem) from problem


def _insist(register: Register, facts: list[Fact], by: Post | None, allowed: set[int]) -> None:
    """Ask once for every organisation."""
    if by is None:
        return
    for fact in facts:
        if fact.organisation_id not in allowed:
            by.may(f"{register.area}.edit", fact.organisation).insist()
            allowed.add(fact.organisation_id)


def _lines(register: Register, facts: list[Fact], by: Post | None, at: dt.datetime) -> Iterator[Entry]:
    label = str(register.label)
    for fact in facts:
        yield entry_of(
            kind="fact.recorded", by=by, at=at, organisation=fact.organisation_id, subject=register.key,
            subject_id=fact.pk, detail={"register": label, "name": register.title(fact)},
        )  # fmt: skip


def _links(register: Register) -> list[str]:
    """Foreign keys: the database itself refuses a link to nothing; asking for each would cost a query a row."""
    return [field.name for field in register.model._meta.fields if isinstance(field, Field) and field.is_relation]
