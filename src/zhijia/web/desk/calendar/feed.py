"""The feed: an address nobody can guess opens a post's calendar without signing in, until it is revoked."""

import datetime as dt
import secrets

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from zhijia.accounts.actions import make_calendar_link, revoke_calendar_link
from zhijia.accounts.calendar_links import NO_LINK, calendar_link_of, post_behind
from zhijia.kit.problem import NotFound
from zhijia.orgs.queries import root
from zhijia.registers.base.dues import Asked, due_kinds, dues_for
from zhijia.web.desk.calendar.ics import ics_of
from zhijia.web.desk.calendar.page import calendar_page
from zhijia.web.desk.doors import door_of
from zhijia.web.desk.gate import DeskRequest, anybody, needs

AHEAD = dt.timedelta(days=366)


@needs("desk.view")
@never_cache
def make(request: DeskRequest) -> HttpResponse:
    """Make an address; it stands on the answer and nowhere else."""
    if request.method != "POST":
        return redirect("calendar")
    secret = make_calendar_link(post=request.post, rng=secrets.SystemRandom(), at=request.now)
    return calendar_page(request, address=request.build_absolute_uri(reverse("calendar-feed", args=[secret])))


@needs("desk.view")
@require_POST
def revoke(request: DeskRequest, number: int) -> HttpResponse:
    """Close an address of one's own."""
    link = calendar_link_of(request.post, number)
    revoke_calendar_link(link=link, by=request.post, at=request.now)
    messages.success(request, _("已撤销，用这个地址的日历不再更新。"))
    return redirect("calendar")


@anybody
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar file of the post behind the address: what it may see, a year ahead and everything overdue."""
    now: dt.datetime = request.now  # type: ignore[attr-defined]
    on = now.date()
    post = post_behind(secret, on)
    if post is None:
        raise NotFound(NO_LINK)
    with override(post.user.language or settings.LANGUAGE_CODE):
        dues = dues_for(Asked(post, on, on + AHEAD))
        body = ics_of(
            dues,
            name=_("%(place)s工作日历") % {"place": post.organisation},
            county=root().code,
            kinds={kind.key: str(kind.label) for kind in due_kinds(post)},
            door=lambda due: request.build_absolute_uri(door_of(due.subject, due.number) or "/"),
            stamp=now,
        )
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="zhijia.ics"'
    answer["Cache-Control"] = "private, max-age=900"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
