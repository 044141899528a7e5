"""Accounts: given by whoever manages posts, with a password that works once and is shown once."""

import datetime as dt
import random

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from zhijia.accounts.models import Post, User
from zhijia.accounts.passwords import one_time_password
from zhijia.accounts.queries import managed_users
from zhijia.accounts.rules import NOT_YOUR_PERSON, check_login, check_name, check_subject
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Refused, gettext_noop

TAKEN = gettext_noop("用户名“%(login)s”已有人使用，请换一个，例如加上单位简称。")
LINKED = gettext_noop("身份号“%(subject)s”已对应到另一个账号，请先核对。")
VERB = "posts.edit"


@transaction.atomic
def create_user(
    *, username: str, full_name: str, by: Post, at: dt.datetime, rng: random.Random
) -> tuple[User, str]:  # fmt: skip
    """A new account without a post, and its one-time password (kept nowhere).

    Refused without the verb; Problem for a name nobody can sign in with; Conflict for one that is taken.
    """
    by.may(VERB).insist()
    login, name = check_login(username), check_name(full_name)
    if User.objects.filter(username__iexact=login).exists():
        raise Conflict(TAKEN, login=login)
    password = one_time_password(rng)
    user = User(username=login, full_name=name, password_given=True)
    user.set_password(password)
    user.save()
    record(kind="user.created", by=by, at=at, organisation=by.organisation_id, subject="user", subject_id=user.pk,
           detail={"person": user})  # fmt: skip
    return user, password


@transaction.atomic
def reset_password(*, user: User, by: Post, at: dt.datetime, rng: random.Random) -> str:
    """A new one-time password; every place where the person is signed in ends. Refused for people of others."""
    by.may(VERB).insist()
    if not managed_users(by).filter(pk=user.pk).exists():
        raise Refused(NOT_YOUR_PERSON, person=user)
    password = one_time_password(rng)
    user.set_password(password)
    user.password_given = True
    user.save(update_fields=["password", "password_given"])
    user.seats.all().delete()
    record(kind="user.password", by=by, at=at, organisation=by.organisation_id, subject="user", subject_id=user.pk,
           detail={"person": user})  # fmt: skip
    return password


@transaction.atomic
def link_identity(*, user: User, provider: str, subject: str, by: Post, at: dt.datetime) -> None:
    """Let an outside identity (its number there, never its name) open this account; Conflict when it opens another."""
    by.may(VERB).insist()
    if not managed_users(by).filter(pk=user.pk).exists():
        raise Refused(NOT_YOUR_PERSON, person=user)
    number = check_subject(subject)
    if SocialAccount.objects.filter(provider=provider, uid=number).exclude(user=user).exists():
        raise Conflict(LINKED, subject=number)
    SocialAccount.objects.update_or_create(user=user, provider=provider, defaults={"uid": number})
    record(kind="user.linked", by=by, at=at, organisation=by.organisation_id, subject="user", subject_id=user.pk,
           detail={"person": user})  # fmt: skip
