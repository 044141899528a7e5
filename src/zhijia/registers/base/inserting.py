"""Rows into a table by the thousand, below the ORM: the same columns, defaults and conversions, without an object a row.

`bulk_create` builds, prepares and compiles every value of every row anew and so takes most of an import's time.
Here a part of the stream is turned into columns; only values a database wants in another form are converted.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.db import connection, models

# Field classes whose Python values every database takes as they are.
AS_THEY_ARE = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.ForeignKey)
Columns = Mapping[str, Any]


def columns_of(row: models.Model) -> dict[str, Any]:
    """All columns of an unsaved row by the name of its attribute, but not its number."""
    return {field.attname: getattr(row, field.attname) for field in _fields(type(row))}


def insert(
    model: type[models.Model],
    rows: Sequence[Columns],
    same: Columns = MappingProxyType({}),
    numbers: Sequence[int] = (),
) -> Sequence[int]:
    """Write rows and return their numbers, those reserved before or new ones.

    `same` are the columns all rows share; what neither has gets its default.
    """
    numbers = numbers or reserve(model, len(rows))
    given = set[str]().union(*rows)
    names, lists = [str(model._meta.pk.column)], [numbers]
    shared: dict[str, Any] = {}
    for field in _fields(model):
        name = field.attname
        if name in given:
            names.append(field.column)
            otherwise = field.get_default()
            lists.append(_converted(field, [row.get(name, otherwise) for row in rows]))
        else:
            value = same[name] if name in same else field.get_default()
            shared[field.column] = field.get_db_prep_save(value, connection)
    _write(model._meta.db_table, names, lists, shared)
    return numbers


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Numbers nobody else gets. On SQLite the transaction holds the only right to write, so the next ones are free."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            last = (cursor.fetchone() or (0,))[0]
            return range(last + 1, last + 1 + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
        )
        return [number for (number,) in cursor.fetchall()]


def _write(table: str, columns: Sequence[str], lists: Sequence[Sequence[Any]], shared: Mapping[str, Any]) -> None:
    """What all rows share is said once in the statement, where the database has a form for that."""
    quoted = connection.ops.quote_name
    names = ", ".join(map(quoted, [*columns, *shared]))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            lists = [*lists, *([value] * len(lists[0]) for value in shared.values())]
            with connection.wrap_database_errors, cursor.copy(f"COPY {quoted(table)} ({names}) FROM STDIN") as copy:
                for row in zip(*lists, strict=True):
                    copy.write_row(row)
        else:
            marks = ", ".join([*(["%s"] * len(columns)), *map(_literal, shared.values())])
            statement = f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(statement, list(zip(*lists, strict=True)))


def _literal(value: Any) -> str:
    """A value as SQLite writes it, in a statement whose parameters are %s."""
    if value is None:
        return "NULL"
    if isinstance(value, int | float):
        return repr(float(value) if isinstance(value, float) else int(value))
    return "'" + str(value).replace("'", "''").replace("%", "%%") + "'"


def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _converted(field: Any, values: list[Any]) -> list[Any]:
    """The values as the database wants them; equal ones are converted once."""
    if isinstance(field, AS_THEY_ARE):
        return values
    if isinstance(field, models.JSONField):
        return [json.dumps(value, ensure_ascii=False) for value in values]
    if type(field) is models.DateField:
        return [None if value is None else _day(value, connection.vendor) for value in values]
    known = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [known[value] for value in values]


@lru_cache(maxsize=65536)
def _day(value: dt.date, vendor: str) -> Any:
    """A day as this database takes it; a county was born on some thirteen thousand of them."""
    return connection.ops.adapt_datefield_value(value)
