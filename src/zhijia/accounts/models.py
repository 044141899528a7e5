"""People who sign in, and the posts they hold from one day to another."""

import datetime as dt
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.member_models import MemberAccount, SignInCode
from zhijia.accounts.rules import answer_for, titled
from zhijia.accounts.table import role_label
from zhijia.kit.answer import Answer
from zhijia.orgs.models import Organisation

__all__ = ["CalendarLink", "MemberAccount", "Post", "PostQuerySet", "Seat", "SignInCode", "User"]


class User(AbstractUser):
    """A person who signs in. What the person may do comes from posts alone, never from flags on the user."""

    full_name = models.CharField(_("姓名"), max_length=60)
    language = models.CharField(_("界面语言"), max_length=10, blank=True)
    large_print = models.BooleanField(_("长辈版"), default=False)
    password_given = models.BooleanField(_("使用一次性密码"), default=False)
    last_seen = models.DateTimeField(_("上次查看工作台"), null=True, blank=True)

    class Meta:
        """By sign-in name."""

        verbose_name = _("用户")
        verbose_name_plural = _("用户")
        ordering = ("username",)

    @property
    def actor_name(self) -> str:
        """As printed in the journal for somebody who acts without a post."""
        return str(self)

    def __str__(self) -> str:
        """The person's name."""
        return self.full_name or self.username


class PostQuerySet(models.QuerySet["Post"]):
    """Questions asked of posts."""

    def on(self, day: dt.date) -> Self:
        """Posts held on `day`."""
        return self.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))


class Post(models.Model):
    """One person in one role at one organisation, from one day to another."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name=_("用户"))
    role = models.CharField(_("岗位"), max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts", verbose_name=_("组织"))
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True, blank=True)
    telephone = models.CharField(_("办公电话"), max_length=30, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        """Highest organisation first."""

        verbose_name = _("岗位")
        verbose_name_plural = _("岗位")
        ordering = ("organisation__path", "id")

    def __str__(self) -> str:
        """As printed in the journal."""
        return self.actor_name

    @property
    def actor_name(self) -> str:
        """Person, organisation and role in words."""
        place = self.organisation
        return f"{self.user}（{titled(str(place), place.name, role_label(self.role))}）"

    @property
    def role_name(self) -> str:
        """The role in words."""
        return role_label(self.role)

    @property
    def path(self) -> str:
        """Path of the organisation: the top of everything this post may see."""
        return str(self.organisation.path)

    def may(self, verb: str, organisation: Organisation | None = None) -> Answer:
        """Whether this post may use `verb` on things of `organisation` (None: on the verb as such)."""
        return answer_for(
            role=self.role,
            verb=verb,
            top=self.path,
            path=str(organisation.path) if organisation is not None else None,
            place=str(organisation) if organisation is not None else "",
        )


class Seat(models.Model):
    """One place where a person is signed in: the session's key and since when. Not a record of use."""

    user = models.ForeignKey(User, models.CASCADE, related_name="seats", verbose_name=_("用户"))
    session_key = models.CharField(max_length=40, unique=True)
    since = models.DateTimeField(_("自"))

    class Meta:
        """Oldest first: the first to end when there are too many."""

        verbose_name = _("登录处")
        verbose_name_plural = _("登录处")
        ordering = ("since", "id")

    def __str__(self) -> str:
        """Developer's view; never the key."""
        return f"{self.user_id} {self.since:%Y-%m-%d %H:%M}"


class CalendarLink(models.Model):
    """An address under which a post's work calendar can be fetched without signing in, until it is revoked.

    Only the fingerprint of the address is kept; the address itself is shown once.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="calendar_links", verbose_name=_("岗位"))
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("生成时间"))
    revoked_at = models.DateTimeField(_("撤销时间"), null=True)

    class Meta:
        """Newest first."""

        verbose_name = _("日历订阅")
        verbose_name_plural = _("日历订阅")
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        """Developer's view; never the address."""
        return f"{self.post_id} {self.made_at:%Y-%m-%d %H:%M}"
