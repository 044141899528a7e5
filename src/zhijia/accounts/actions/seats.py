"""Signing in and out: one line in the journal each, and no more places at a time than the county allows."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from zhijia.accounts.models import Seat, User
from zhijia.accounts.queries import posts_of
from zhijia.journal.actions import record
from zhijia.orgs.models import Organisation


def note(*, user: User, kind: str, at: dt.datetime, detail: dict[str, object] | None = None) -> None:
    """Write what a person did at the door, under the highest post held that day (or under none)."""
    post = posts_of(user, at.date()).first()
    record(
        kind=kind, by=post, at=at, organisation=post.organisation_id if post else None, subject="user",
        subject_id=user.pk, detail={"person": user, **(detail or {})},
    )  # fmt: skip


def note_locked(*, login: str, at: dt.datetime) -> None:
    """Write that a name was locked. A name nobody has is not written down: it may be a password typed too early."""
    user = User.objects.filter(username=login).first()
    if user is not None:
        note(user=user, kind="user.locked", at=at, detail={"login": login})
    else:
        top = Organisation.objects.filter(depth=1).first()
        record(kind="user.locked", by=None, at=at, organisation=top.pk if top else None, detail={"login": "?"})


@transaction.atomic
def take_seat(
    *, user: User, session_key: str, at: dt.datetime, limit: int, end: Callable[[str], None]
) -> int:  # fmt: skip
    """Note a sign-in; of more than `limit` places (0: any number) the oldest are ended. Returns how many ended.

    `end` ends the session of a key; a session that ran out by itself may be ended again.
    """
    User.objects.select_for_update().get(pk=user.pk)
    Seat.objects.update_or_create(session_key=session_key, defaults={"user": user, "since": at})
    others = list(Seat.objects.filter(user=user).exclude(session_key=session_key))
    surplus = others[: max(0, len(others) + 1 - limit)] if limit else []
    for seat in surplus:
        end(seat.session_key)
        seat.delete()
    note(user=user, kind="user.signed-in", at=at)
    return len(surplus)


def leave_seat(*, user: User, session_key: str, at: dt.datetime) -> None:
    """Note a sign-out."""
    Seat.objects.filter(session_key=session_key).delete()
    note(user=user, kind="user.signed-out", at=at)


def move_seat(*, user: User, session_key: str, at: dt.datetime) -> None:
    """After a change of password the session has a new key and every other one has ended."""
    Seat.objects.filter(user=user).delete()
    Seat.objects.create(user=user, session_key=session_key, since=at)
