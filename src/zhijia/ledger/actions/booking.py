"""Writing rows into the ledger: one writer at a time, each row with its line in the chain."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.ledger.models import Entry
from zhijia.ledger.rules import GENESIS, digests_of, line_hash

OTHER_KEY = gettext_noop("提交标识“%(key)s”已用于另一笔，请刷新页面后重新提交。")
QUEUE = 7_402_014
LINES_AT_ONCE = 500
Row = TypeVar("Row", bound=Model)


def hold() -> None:
    """Wait for the turn to write: the chain has one end. Lasts until the transaction ends.

    Only a queue: without it the database would refuse the slower of two writers instead of letting it wait.
    On SQLite the transaction itself is the turn.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [QUEUE])


def earlier(model: type[Row], client_key: str) -> Row | None:
    """What was written under this key before, for a form sent twice; Conflict when it was something else."""
    found = Entry.objects.filter(client_key=client_key).first() if client_key else None
    if found is None:
        return None
    if found.kind != model._meta.model_name:
        raise Conflict(OTHER_KEY, key=client_key)
    row: Row = model._default_manager.get(pk=found.record)
    return row


def book(row: Row, *, by: Post | None, at: dt.datetime, client_key: str = "") -> Row:
    """Write one row and its line."""
    row.save(force_insert=True)
    _append([row], by, at, client_key)
    return row


def book_many(rows: Sequence[Row], *, by: Post | None, at: dt.datetime) -> Sequence[Row]:
    """Write many rows of one kind and their lines, in their order."""
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=LINES_AT_ONCE)
        _append(rows, by, at, "")
    return rows


def classes_of(row: Any) -> dict[str, dict[str, Any]]:
    """The columns of a row as the digests see them."""
    return {name: {column: getattr(row, column) for column in columns} for name, columns in row.CLASSES.items()}


def _append(rows: Sequence[Model], by: Post | None, at: dt.datetime, client_key: str) -> None:
    last = Entry.objects.order_by("-number").first()
    number, previous = (last.number, last.hash) if last else (0, GENESIS)
    day = timezone.make_naive(at).date()
    day = max(last.day, day) if last else day
    lines = []
    for row in rows:
        number += 1
        line = Entry(
            number=number, day=day, at=at, kind=str(row._meta.model_name), record=row.pk,
            digests=digests_of(classes_of(row)), actor=by.actor_name[:80] if by else "", post=by.pk if by else None,
            client_key=(client_key or None) if row is rows[0] else None, previous=previous,
        )  # fmt: skip
        line.hash = line_hash(line_values(line))
        previous = line.hash
        lines.append(line)
    Entry.objects.bulk_create(lines, batch_size=LINES_AT_ONCE)


def line_values(line: Entry) -> dict[str, Any]:
    """The columns of a line by name."""
    return {field.attname: getattr(line, field.attname) for field in Entry._meta.concrete_fields}
