"""Recording many facts at once: each row is derived and checked like a single one, then written in batches.

Imports and the demo county write through here. Memory stays flat however long the stream of rows is, and the
journal gets one line for each fact, so that the history of a row reads the same however it came in.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Field

from zhijia.accounts.models import Post
from zhijia.journal.actions import record_of_rows, shared_columns
from zhijia.journal.models import Entry
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.indexes import StandingAside
from zhijia.registers.base.inserting import columns_of, insert, reserve
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register

ROWS_PER_BATCH = 1000
IN_ROW = gettext_noop("第%(row)s行“%(name)s”：%(fault)s")
FIELD_WRONG = gettext_noop("%(label)s：%(fault)s")
TWICE = gettext_noop("第%(first)s至%(last)s行中有与已登记记录重复的，整批没有保存。请先查重再登记。")


@dataclass(slots=True)
class Row:
    """A checked row ready to be written: columns by attribute, what the journal calls it, the fact where one was made.

    A row without a fact keeps its values, from which its last columns are made when it is written.
    """

    columns: dict[str, Any]
    title: str
    fact: Fact | None = None
    values: Mapping[str, Any] | None = None


Written = Callable[[list[Row]], None]


class Swift(NamedTuple):
    """How a register's plainly good rows are made without a fact each.

    `open` gives the columns that tell one row from another, None for a row that the slow way has to look at;
    `close` adds those that cost something and serve nobody before the rows are written: sealed numbers, search keys.
    For sheets: would the column take this value as it is (`fits`); and the columns of a row all of whose values fit
    and whose private numbers are still as the office wrote them, None when anything is to be remarked (`whole`).
    """

    open: Callable[[Mapping[str, Any]], dict[str, Any] | None]
    close: Callable[[Sequence["Row"]], None]
    fits: Callable[[str, Any], bool]
    whole: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any] | None]


_SWIFT: dict[str, Swift] = {}


def hasten(key: str, swift: Swift) -> None:
    """Said once for a register, when its app is ready."""
    _SWIFT[key] = swift


def swift_of(key: str) -> Swift | None:
    """What was said about the register."""
    return _SWIFT.get(key)


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


def row_of(
    register: Register, values: Mapping[str, Any], *, by: Post | None, at: dt.datetime, batch: int | None = None
) -> Row:
    """The same, ready to be written; a row that is plainly good needs no fact of its own (see `hasten`)."""
    swift = _SWIFT.get(register.key)
    columns = swift.open(values) if swift else None
    if columns is not None:
        if batch is not None:
            columns["batch"] = batch
        return Row(columns, columns["name"], values=values)
    fact = fact_of(register, values, by=by, at=at, batch=batch)
    return Row(columns_of(fact), register.title(fact), fact)


def record_facts(
    register: Register,
    rows: Iterable[Mapping[str, Any]],
    *,
    by: Post | None,
    at: dt.datetime,
    batch: int | None = None,
    written: Written = lambda rows: None,
) -> int:
    """Write a stream of facts, all or none; returns how many.

    `written` is told of every batch of saved rows (for their facts, or for progress). Problem names the first
    row (counted from 1) that cannot be accepted, Conflict the batch in which a row is already registered.
    """
    checked = (_checked(register, values, by, at, batch, place) for place, values in enumerate(rows, start=1))
    return write_rows(register, checked, by=by, at=at, written=written)


@transaction.atomic
def write_rows(
    register: Register, rows: Iterable[Row], *, by: Post | None, at: dt.datetime, written: Written = lambda rows: None
) -> int:
    """As `record_facts`, for rows that `row_of` has made: they are not checked again."""
    stream, count, allowed = iter(rows), 0, set[int]()
    written_by = {"recorded_at": at, "recorded_by_id": by.pk if by else None}
    told = shared_columns(kind="fact.recorded", by=by, at=at, subject=register.key)
    indexes = StandingAside(register.model) if register.key in _SWIFT else None
    while part := list(islice(stream, ROWS_PER_BATCH)):
        _insist(register, part, by, allowed)
        try:
            with transaction.atomic():
                numbers = _insert(register, part, written_by)
        except IntegrityError as fault:
            raise Conflict(TWICE, first=count + 1, last=count + len(part)) from fault
        _tell(register, part, numbers, told)
        count += len(part)
        written(part)
        if indexes:
            indexes.drop_for(count)
    try:
        if indexes:
            indexes.make_again()
    except IntegrityError as fault:
        raise Conflict(TWICE, first=1, last=count) from fault
    return count


def _insert(register: Register, rows: list[Row], same: dict[str, Any]) -> Sequence[int]:
    """Rows with facts and rows without have different columns; each kind goes in by itself, the order is kept."""
    numbers = reserve(register.model, len(rows))
    swift = _SWIFT.get(register.key)
    if swift:
        swift.close([row for row in rows if row.values is not None])
    for kind in (True, False):
        places = [at for at, row in enumerate(rows) if (row.fact is None) is kind]
        if places:
            insert(register.model, [rows[at].columns for at in places], same, [numbers[at] for at in places])
    for number, row in zip(numbers, rows, strict=True):
        if row.fact is not None:
            row.fact.pk, row.fact._state.adding = number, False
    return numbers


def _tell(register: Register, rows: list[Row], numbers: Sequence[int], told: dict[str, Any]) -> None:
    """One entry of the journal for each; where it calls the row by its name, the database writes it by itself."""
    label = str(register.label)
    if all(row.title == row.columns.get("name") for row in rows):
        record_of_rows(register.model._meta.db_table, numbers, told, label)
        return
    lines = [
        {"organisation": row.columns["organisation_id"], "subject_id": number,
         "detail": {"register": label, "name": row.title}}
        for row, number in zip(rows, numbers, strict=True)
    ]  # fmt: skip
    insert(Entry, lines, told)


def _checked(
    register: Register, values: Mapping[str, Any], by: Post | None, at: dt.datetime, batch: int | None, place: int
) -> Row:
    try:
        return row_of(register, values, by=by, at=at, batch=batch)
    except Problem as problem:
        raise Problem(IN_ROW, row=place, name=values.get("name", ""), fault=problem) from problem


def _insist(register: Register, rows: list[Row], by: Post | None, allowed: set[int]) -> None:
    """Ask once for every organisation."""
    fresh = {row.columns["organisation_id"] for row in rows} - allowed
    if by is None or not fresh:
        return
    for node in Organisation.objects.filter(pk__in=fresh):
        by.may(f"{register.area}.edit", node).insist()
    allowed |= fresh


def _links(register: Register) -> list[str]:
    """Foreign keys: the database itself refuses a link to nothing; asking for each would cost a query a row."""
    return [field.name for field in register.model._meta.fields if isinstance(field, Field) and field.is_relation]
