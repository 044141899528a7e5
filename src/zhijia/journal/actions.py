"""Writing the journal."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

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
