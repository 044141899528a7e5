"""What is new for a post: what others did in its subtree since the last visit, and the newest circular."""

import datetime as dt
from dataclasses import dataclass

from zhijia.accounts.queries import Post, visible_to
from zhijia.bulletins.queries import Bulletin, bulletins_for
from zhijia.journal.queries import entries_within, sentence_of
from zhijia.web.desk.doors import door_of

SHOWN = 8
FIRST_LOOK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Change:
    """One event as the desk tells it; no address when there is no page for it."""

    at: dt.datetime
    actor: str
    sentence: str
    url: str


def changes(post: Post, since: dt.datetime | None, at: dt.datetime) -> list[Change]:
    """What others did since `since` (at first: the last week), newest first. Signing in and out is nobody's news."""
    if not post.may("journal.view"):
        return []
    whole = post.organisation.depth == 1
    found = entries_within(visible_to(post).values("pk"), everything=whole).filter(at__gt=since or at - FIRST_LOOK)
    found = found.exclude(kind__startswith="user.").exclude(actor_post=post.pk)[:SHOWN]
    return [
        Change(
            entry.at, entry.actor, sentence_of(entry), door_of(entry.subject, entry.subject_id or 0),
        )
        for entry in found
    ]  # fmt: skip


def latest_bulletin(post: Post) -> Bulletin | None:
    """The newest issued circular."""
    if not post.may("bulletins.view"):
        return None
    return bulletins_for(post).filter(issued_at__isnull=False).order_by("-issued_at").first()
