"""Writing the journal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from zhijia.journal.actor import Actor
from zhijia.journal.kinds import SENTENCES
from zhijia.journal.models import Entry


def entry_of(
    *,
    kind: str,
    by: Actor | None,
    at: dt.datetime,
    organisation: int | None = None,
    subject: str = "",
    subject_id: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> Entry:
    """An unsaved entry (for bulk writing); KeyError for a kind without a sentence."""
    SENTENCES[kind]
    return Entry(
        at=at,
        kind=kind,
        actor=by.actor_name if by else "",
        actor_post=by.pk if by else None,
        organisation=organisation,
        subject=subject,
        subject_id=subject_id,
        detail={key: str(value) for key, value in (detail or {}).items()},
    )


def record(
    *,
    kind: str,
    by: Actor | None,
    at: dt.datetime,
    organisation: int | None = None,
    subject: str = "",
    subject_id: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> Entry:
    """Write one event. Call it inside the transaction of the thing it tells of."""
    entry = entry_of(
        kind=kind, by=by, at=at, organisation=organisation, subject=subject, subject_id=subject_id, detail=detail
    )
    entry.save(force_insert=True)
    return entry


def shared_columns(*, kind: str, by: Actor | None, at: dt.datetime, subject: str) -> dict[str, Any]:
    """Columns that many entries of one kind have in common, for writing them at once; KeyError without a sentence."""
    SENTENCES[kind]
    actor, post = (by.actor_name, by.pk) if by else ("", None)
    return {"at": at, "kind": kind, "actor": actor, "actor_post": post, "subject": subject}


def record_of_rows(table: str, numbers: Sequence[int], told: Mapping[str, Any], label: str) -> None:
    """One entry for each of these rows of a register's table, as `shared_columns` says, with the row's own name.

    The database copies organisation, number and name by itself: a roster of a whole county has a million of them.
    """
    names = [*told, "organisation", "subject_id", "detail"]
    fields = {field.name: field for field in Entry._meta.concrete_fields}
    values = [fields[name].get_db_prep_save(value, connection) for name, value in told.items()]
    if connection.vendor == "postgresql":
        detail, where = "jsonb_build_object('register', %s::text, 'name', name)", "id = ANY(%s)"
        which: list[Any] = [list(numbers)]
    else:
        detail, where = "json_object('register', %s, 'name', name)", "id BETWEEN %s AND %s"
        which = [numbers[0], numbers[-1]]
    quoted, marks = connection.ops.quote_name, ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quoted(Entry._meta.db_table)} ({', '.join(map(quoted, names))}) "  # noqa: S608
            f"SELECT {marks}, organisation_id, id, {detail} FROM {quoted(table)} WHERE {where} ORDER BY id",
            [*values, label, *which],
        )
