"""Reading the journal."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext

from zhijia.journal.kinds import SENTENCES
from zhijia.journal.models import Entry


def history_of(subject: str, subject_id: int) -> QuerySet[Entry]:
    """All events of one thing, newest first."""
    return Entry.objects.filter(subject=subject, subject_id=subject_id)


def entries_within(organisations: Iterable[int] | QuerySet[object]) -> QuerySet[Entry]:
    """Events of these organisations, newest first; the caller gives the ids its post may see."""
    return Entry.objects.filter(organisation__in=organisations)


def sentence_of(entry: Entry) -> str:
    """The event as one sentence in the reader's language."""
    return gettext(SENTENCES[entry.kind]) % entry.detail
