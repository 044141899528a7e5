"""Handing in a file of rules, and approving it: always two persons."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.cases.drafting import Draft, not_in_use, read_draft
from zhijia.cases.models import EditionDraft
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, Refused, gettext_noop
from zhijia.schemes.catalogue import use_folders

WAITS = gettext_noop("“%(name)s”已有一份在等批准，请先处理那一份。")
DECIDED = gettext_noop("这一份已经处理过，请刷新页面。")
TWO_PERSONS = gettext_noop("制度文件须由另外的人批准：这一份是您提交的。")
NO_REASON = gettext_noop("请写明不批准的原因。")


@transaction.atomic
def hand_in_edition(*, name: str, content: bytes, by: Post, at: dt.datetime) -> EditionDraft:
    """Keep a checked file for a second person; Problem for one that would not work, Conflict for one in use."""
    by.may("catalogue.edit", by.organisation).insist()
    draft = read_draft(name, content)
    not_in_use(draft)
    try:
        with transaction.atomic():
            made = EditionDraft.objects.create(
                name=draft.edition.name, folder=draft.folder, text=draft.text, digest=draft.digest, by=by, at=at
            )
    except IntegrityError:
        raise Conflict(WAITS, name=draft.edition.name) from None
    _tell("edition.handed-in", made, by, at)
    return made


@transaction.atomic
def approve_edition(*, draft: EditionDraft, by: Post, at: dt.datetime) -> EditionDraft:
    """The file holds from now on: it is written into the county's own catalogue. Checked once more before."""
    held = _held(draft, by)
    read = read_draft(f"{held.name}.yaml", held.text.encode())
    not_in_use(read)
    made = _decide(held, EditionDraft.State.APPROVED, "", by, at)
    _tell("edition.approved", made, by, at)
    transaction.on_commit(lambda: write_edition(read))
    return made


@transaction.atomic
def refuse_edition(*, draft: EditionDraft, reason: str, by: Post, at: dt.datetime) -> EditionDraft:
    """Not approved, with the reason; a mended file is handed in anew."""
    held = _held(draft, by)
    if not reason.strip():
        raise Problem(NO_REASON)
    made = _decide(held, EditionDraft.State.REFUSED, reason.strip()[:300], by, at)
    _tell("edition.refused", made, by, at)
    return made


def write_edition(draft: Draft) -> None:
    """Put the file into the county's catalogue, whole or not at all, and read the catalogue anew."""
    folder = Path(settings.COUNTY_CATALOGUE) / draft.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{draft.edition.name}.yaml"
    waiting = path.with_suffix(".part")
    waiting.write_text(draft.text, encoding="utf-8")
    waiting.replace(path)
    use_folders(settings.CATALOGUE_FOLDERS)


def _held(draft: EditionDraft, by: Post) -> EditionDraft:
    by.may("catalogue.approve", by.organisation).insist()
    held = EditionDraft.objects.select_for_update(of=("self",)).select_related("by").get(pk=draft.pk)
    if held.state != EditionDraft.State.WAITING:
        raise Conflict(DECIDED)
    if held.by.user_id == by.user_id:
        raise Refused(TWO_PERSONS)
    return held


def _decide(held: EditionDraft, state: str, reason: str, by: Post, at: dt.datetime) -> EditionDraft:
    held.state, held.reason, held.decided_by, held.decided_at = state, reason, by, at
    held.save()
    return held


def _tell(kind: str, draft: EditionDraft, by: Post, at: dt.datetime) -> None:
    record(
        kind=kind, by=by, at=at, organisation=by.organisation_id, subject="cases.editiondraft", subject_id=draft.pk,
        detail={"name": draft.name, "digest": draft.digest[:12], "reason": draft.reason},
    )  # fmt: skip
