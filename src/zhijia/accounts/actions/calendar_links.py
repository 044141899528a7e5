"""Addresses of a post's work calendar for telephones and calendar programs: made, shown once, revoked."""

import datetime as dt
import random

from django.db import transaction

from zhijia.accounts.calendar_links import address_digest
from zhijia.accounts.models import CalendarLink, Post
from zhijia.accounts.passwords import LETTERS
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop

LENGTH, MOST = 43, 5
TOO_MANY = gettext_noop("一个岗位最多保留%(most)s个订阅地址，请先撤销不用的。")
GONE = gettext_noop("这个订阅地址已经撤销。")


@transaction.atomic
def make_calendar_link(*, post: Post, rng: random.Random, at: dt.datetime) -> str:
    """A new secret part of an address, about 250 bits; `rng` must be a system source outside of tests."""
    Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if CalendarLink.objects.filter(post=post, revoked_at__isnull=True).count() >= MOST:
        raise Problem(TOO_MANY, most=MOST)
    secret = "".join(rng.choice(LETTERS) for _ in range(LENGTH))
    CalendarLink.objects.create(post=post, digest=address_digest(secret), made_at=at)
    _tell("calendar.link-made", post, at)
    return secret


@transaction.atomic
def revoke_calendar_link(*, link: CalendarLink, by: Post, at: dt.datetime) -> None:
    """From now on the address opens nothing; Conflict when it did so already."""
    if not CalendarLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=at):
        raise Conflict(GONE)
    _tell("calendar.link-revoked", by, at)


def _tell(kind: str, post: Post, at: dt.datetime) -> None:
    record(
        kind=kind, by=post, at=at, organisation=post.organisation_id, subject="post", subject_id=post.pk,
        detail={"person": post.user},
    )  # fmt: skip
