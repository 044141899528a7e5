"""Posts: who holds which role where, from which day to which."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from zhijia.accounts.actions.people import VERB
from zhijia.accounts.models import Post, User
from zhijia.accounts.queries import managed_users
from zhijia.accounts.rules import NOT_YOUR_PERSON, check_dates, check_level
from zhijia.accounts.table import role_label
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, Refused, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation

HELD = gettext_noop("%(person)s在%(organisation)s已有“%(role)s”岗位，任职日期重叠，不必重复授予。")
CLOSED = gettext_noop("“%(organisation)s”在%(on)s不存在（未设立或已撤销），请核对任职起始日期。")
ENDED = gettext_noop("这个岗位已于%(until)s结束，不必再结束。")
OWN = gettext_noop("不能结束您正在使用的岗位，请由另一位管理员办理。")


@transaction.atomic
def give_post(
    *, user: User, role: str, organisation: Organisation, since: dt.date, until: dt.date | None = None,
    telephone: str = "", by: Post, at: dt.datetime,
) -> Post:  # fmt: skip
    """Give a role at an organisation of its level; `until` is the first day on which it is no longer held;
    `telephone`: of the office, printed on the papers that name the post.

    Refused outside the giver's subtree; Problem for a wrong level or dates; Conflict for a post held already.
    """
    by.may(VERB, organisation).insist()
    if not managed_users(by).filter(pk=user.pk).exists():
        raise Refused(NOT_YOUR_PERSON, person=user)
    check_level(role, level_of(organisation.kind), str(organisation))
    check_dates(since, until)
    if not Organisation.objects.filter(pk=organisation.pk).on(since).exists():
        raise Problem(CLOSED, organisation=organisation, on=since)
    User.objects.select_for_update().get(pk=user.pk)
    told = {"person": user, "role": role_label(role), "organisation": organisation}
    same = Post.objects.filter(user=user, role=role, organisation=organisation)
    same = same.filter(Q(until__isnull=True) | Q(until__gt=since))
    if (same.filter(since__lt=until) if until else same).exists():
        raise Conflict(HELD, **told)
    post = Post.objects.create(
        user=user, role=role, organisation=organisation, since=since, until=until, telephone=telephone
    )
    record(
        kind="post.given", by=by, at=at, organisation=organisation.pk, subject="post", subject_id=post.pk, detail=told
    )
    return post


@transaction.atomic
def end_post(*, post: Post, on: dt.date, by: Post, at: dt.datetime) -> None:
    """End a post: `on` is the first day on which it is no longer held. Refused for one's own and outside the subtree."""
    by.may(VERB, post.organisation).insist()
    if post.pk == by.pk:
        raise Refused(OWN)
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.until is not None and held.until <= on:
        raise Conflict(ENDED, until=held.until)
    check_dates(held.since, on)
    held.until = post.until = on
    held.save(update_fields=["until"])
    told = {"person": post.user, "role": role_label(post.role), "organisation": post.organisation}
    record(kind="post.ended", by=by, at=at, organisation=post.organisation_id, subject="post", subject_id=post.pk,
           detail=told)  # fmt: skip
