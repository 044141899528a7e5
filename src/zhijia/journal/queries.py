"""Reading the journal."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from zhijia.journal.kinds import SENTENCES
from zhijia.journal.models import Entry


def history_of(subject: str, subject_id: int) -> QuerySet[Entry]:
    """All events of one thing, newest first."""
    return Entry.objects.filter(subject=subject, subject_id=subject_id)


def entries_within(organisations: Iterable[int] | QuerySet[Any], *, everything: bool = False) -> QuerySet[Entry]:
    """Events of these organisations, newest first; the caller gives the ids its post may see.

    `everything`: for the county's own posts, with the events that belong to no organisation (sign-ins, lockouts).
    """
    return Entry.objects.all() if everything else Entry.objects.filter(organisation__in=organisations)


def sentence_of(entry: Entry) -> str:
    """The event as one sentence in the reader's language."""
    return gettext(SENTENCES[entry.kind]) % entry.detail if entry.kind in SENTENCES else entry.kind
