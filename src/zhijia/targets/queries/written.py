"""A mark that changes with everything that is written, so that a computed page can be kept until then."""

from zhijia.journal.models import Entry


def last_written() -> str:
    """Names the last event of the journal that can change a figure; signing in and out cannot.

    Every action writes the journal in its own transaction, so a page kept under an old mark is never found again.
    On PostgreSQL two transactions may end in another order than their numbers, so keep pages for a minute at most.
    """
    last = Entry.objects.exclude(kind__startswith="user.").order_by("-pk").values_list("pk", "at", "kind", "subject_id")
    return "|".join(str(part) for part in last.first() or ())
