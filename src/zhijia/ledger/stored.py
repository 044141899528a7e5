"""The ledger as it lies in the database, byte for byte: read past the models, so that nothing is smoothed over.

A model would read `2014-07-10T09:00` and `2014-07-10 09:00` as the same moment; an auditor's reader must not.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model

from zhijia.ledger.models import Entry
from zhijia.ledger.rules import Value

CHUNK = 500
Columns = dict[str, Value]
Classes = dict[str, Columns]
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{6})?")


def kinds() -> Mapping[str, Any]:
    """The models of the ledger's rows by kind."""
    models = apps.get_app_config("ledger").get_models()
    return {str(model._meta.model_name): model for model in models if model is not Entry}


def lines_with_rows() -> Iterator[tuple[Columns, Classes | None]]:
    """Every line in order with the row it tells of (None when the row is gone). Flat memory."""
    every = kinds()
    numbers = Entry.objects.order_by("number").values_list("number", flat=True).iterator(CHUNK)
    while part := list(islice(numbers, CHUNK)):
        lines = sorted(_rows(Entry, part).values(), key=lambda line: str(line["number"]).zfill(20))
        wanted: dict[str, list[Any]] = defaultdict(list)
        for line in lines:
            wanted[str(line["kind"])].append(line["record"])
        found = {kind: _rows(every[kind], ids) for kind, ids in wanted.items() if kind in every}
        for line in lines:
            row = found.get(str(line["kind"]), {}).get(line["record"])
            yield line, classed(every[str(line["kind"])], row) if row is not None else None


def last_line(day: dt.date | None = None) -> tuple[int, str]:
    """(number, hash) of the last line, of the whole chain or up to the end of a day; (0, '') before the first."""
    found = Entry.objects.order_by("-number") if day is None else Entry.objects.filter(day__lte=day).order_by("-number")
    with _letters_as_they_are():
        number, told = found.values_list("number", "hash").first() or (0, "")
    return int(number), str(told)


def strays() -> Iterator[tuple[str, int, Classes]]:
    """Rows without a line: kind, number, columns. Somebody wrote them past the ledger."""
    for kind, model in kinds().items():
        booked = Entry.objects.filter(kind=kind).values("record")
        ids = list(model._default_manager.order_by("pk").exclude(pk__in=booked).values_list("pk", flat=True)[:CHUNK])
        for number, row in sorted(_rows(model, ids).items()):
            yield kind, number, classed(model, row)


def classed(model: Any, row: Columns) -> Classes:
    """The columns by the classes of the digests."""
    return {name: {column: row[column] for column in columns} for name, columns in model.CLASSES.items()}


def _rows(model: type[Model], ids: Iterable[Any]) -> dict[Any, Columns]:
    """Rows by number, each column in canonical form, or as it lies there when it is not what we wrote."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, Field)]
    key, wanted = str(model._meta.pk.column), list(ids)
    if not wanted:
        return {}
    quote = connection.ops.quote_name
    marks = ",".join(["%s"] * len(wanted))
    columns = ",".join(_selected(field) for field in fields)
    # Names come from the models, values are passed apart.
    sql = f"SELECT {columns} FROM {quote(model._meta.db_table)} WHERE {quote(key)} IN ({marks})"  # noqa: S608
    with _letters_as_they_are(), connection.cursor() as cursor:
        cursor.execute(sql, wanted)
        lines = cursor.fetchall()
    found = [
        dict(zip([field.attname for field in fields], map(_canonical, fields, line), strict=True)) for line in lines
    ]
    name = str(model._meta.pk.attname)
    return {row[name]: row for row in found}


def _selected(field: Any) -> str:
    """SQLite's driver would turn columns declared as dates into dates; as text they come as they are."""
    name = connection.ops.quote_name(field.column)
    dated = field.get_internal_type() in ("DateField", "DateTimeField")
    return f"CAST({name} AS TEXT)" if connection.vendor == "sqlite" and dated else name


def _canonical(field: Any, raw: Any) -> Value:
    if isinstance(raw, bytes | memoryview):
        return f"bytes:{bytes(raw).hex()}"
    if field.get_internal_type() == "DateTimeField" and isinstance(raw, str):
        moment = _MOMENT.fullmatch(raw)
        return f"{moment[1]}T{moment[2]}{moment[3] or '.000000'}Z" if moment else raw
    return raw if isinstance(raw, str | int | dt.date | None) else repr(raw)


@contextmanager
def _letters_as_they_are() -> Iterator[None]:
    """Let SQLite hand out text that is no longer UTF-8 instead of failing on it."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    raw, before = connection.connection, connection.connection.text_factory
    raw.text_factory = lambda letters: letters.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = before
