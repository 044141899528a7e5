"""Questions about the addresses of work calendars."""

import datetime as dt
import hashlib

from zhijia.accounts.models import CalendarLink, Post
from zhijia.kit.problem import NotFound, gettext_noop

NO_LINK = gettext_noop("没有这个订阅地址，请刷新页面。")


def address_digest(secret: str) -> str:
    """What is kept of a secret address: it is long and random, so a plain digest cannot be turned round."""
    return hashlib.sha256(secret.encode()).hexdigest()


def calendar_links_of(post: Post) -> list[CalendarLink]:
    """The standing addresses of a post, newest first."""
    return list(CalendarLink.objects.filter(post=post, revoked_at__isnull=True))


def calendar_link_of(post: Post, number: int) -> CalendarLink:
    """One standing address of the post's own; NotFound for anybody else's."""
    found = CalendarLink.objects.filter(post=post, pk=number, revoked_at__isnull=True).first()
    if found is None:
        raise NotFound(NO_LINK)
    return found


def post_behind(secret: str, on: dt.date) -> Post | None:
    """The post whose calendar the address opens: not revoked, the post still held, the person not shut out."""
    found = CalendarLink.objects.filter(digest=address_digest(secret), revoked_at__isnull=True)
    held = Post.objects.on(on).filter(pk__in=found.values("post"), user__is_active=True)
    return held.select_related("user", "organisation").first()
