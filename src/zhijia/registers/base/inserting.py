"""Rows into a table by the thousand, below the ORM: the same columns, defaults and conversions, without an object a row.

`bulk_create` builds, prepares and compiles every value of every row anew and so takes most of an import's time.
Here a part of the stream is turned into columns; only values a database wants in another form are converted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.db import connection, models

# Field classes whose Python values every database takes as they are.
AS_THEY_ARE = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.ForeignKey)
Columns = Mapping[str, Any]


def columns_of(row: models.Model) -> dict[str, Any]:
    """All columns of an unsaved row by the name of its attribute, but not its number."""
    return {field.attname: getattr(row, field.attname) for field in _fields(type(row))}


def insert(model: type[models.Model], rows: Sequence[Columns], same: Columns = MappingProxyType({})) -> Sequence[int]:
    """Write rows and return their numbers. `same` are the columns all rows share; what neither has gets its default."""
    numbers = reserve(model, len(rows))
    given = set[str]().union(*rows)
    names, lists = [str(model._meta.pk.column)], [numbers]
    for field in _fields(model):
        name = field.attname
        names.append(field.column)
        if name in given:
            otherwise = field.get_default()
            lists.append(_converted(field, [row.get(name, otherwise) for row in rows]))
        else:
            value = same[name] if name in same else field.get_default()
            lists.append([field.get_db_prep_save(value, connection)] * len(rows))
    _write(model._meta.db_table, names, zip(*lists, strict=True))
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


def _write(table: str, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    quoted = connection.ops.quote_name
    names = ", ".join(map(quoted, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {quoted(table)} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})", list(rows))  # noqa: S608


def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _converted(field: Any, values: list[Any]) -> list[Any]:
    """The values as the database wants them; equal ones are converted once."""
    if isinstance(field, AS_THEY_ARE):
        return values
    if isinstance(field, models.JSONField):
        return [json.dumps(value, ensure_ascii=False) for value in values]
    known = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [known[value] for value in values]
