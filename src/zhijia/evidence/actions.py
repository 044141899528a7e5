"""Putting evidence to a fact and taking it away again; both leave a line in the journal."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.models import Attachment, StoredFile
from zhijia.evidence.store import keep
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation

NO_REASON = gettext_noop("移除佐证需要写明原因。")
REMOVED = gettext_noop("佐证“%(name)s”已被移除，请刷新后再看。")


@transaction.atomic
def attach(
    *,
    name: str,
    chunks: Iterable[bytes],
    subject: str,
    subject_id: int,
    slot: str,
    organisation: Organisation,
    by: Post | None,
    at: dt.datetime,
) -> Attachment:
    """Keep a file and put it to a thing. Equal contents share one stored file, whoever sent them.

    Without a post (None) it comes from the person the thing is about; whoever calls has made sure of that.
    """
    if by is not None:
        by.may("evidence.edit", organisation).insist()
    name = name.replace("\\", "/").rsplit("/", 1)[-1][-200:]
    stored = keep(name, chunks)
    values = {"size": stored.size, "media_type": stored.media_type, "stored_at": at}
    file, _ = StoredFile.objects.get_or_create(sha256=stored.sha256, defaults=values)
    made = Attachment.objects.create(
        file=file, subject=subject, subject_id=subject_id, slot=slot, name=name, organisation=organisation, by=by, at=at
    )
    _tell("evidence.attached", made, by, at, {"name": name})
    return made


@transaction.atomic
def detach(*, attachment: Attachment, reason: str, by: Post, at: dt.datetime) -> None:
    """Take evidence away; file and line stay for the record, the page no longer offers it."""
    by.may("evidence.edit", attachment.organisation).insist()
    if not reason.strip():
        raise Problem(NO_REASON)
    standing = Attachment.objects.filter(pk=attachment.pk, removed_at__isnull=True)
    if not standing.update(removed_at=at, reason=reason.strip()[:200]):
        raise Conflict(REMOVED, name=attachment.name)
    _tell("evidence.detached", attachment, by, at, {"name": attachment.name, "reason": reason.strip()})


def follow(*, subject: str, subject_id: int, organisation: int) -> None:
    """The thing has moved: its evidence is seen where it stands now, and no longer where it stood."""
    Attachment.objects.filter(subject=subject, subject_id=subject_id).update(organisation_id=organisation)


def _tell(kind: str, attachment: Attachment, by: Post | None, at: dt.datetime, detail: dict[str, object]) -> None:
    record(
        kind=kind, by=by, at=at, organisation=attachment.organisation_id, subject=attachment.subject,
        subject_id=attachment.subject_id, detail=detail,
    )  # fmt: skip
