"""Saved views (常用查询): a list as one officer likes to see it, kept under a name. Not a fact: it says nothing of the county."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post, User
from zhijia.kit.problem import Problem, gettext_noop

MOST = 20
LONGEST = 1000
NAMELESS = gettext_noop("请给常用查询起一个名称。")
TOO_MANY = gettext_noop("每个台账最多保存%(most)s个常用查询，请先删除不用的。")
TOO_LONG = gettext_noop("查询条件太长，不能保存；请减少筛选条件或显示的栏目。")


class SavedView(models.Model):
    """The address (without page) of a list, under a person's own name for it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views", verbose_name=_("用户"))
    register = models.CharField(_("台账"), max_length=60)
    name = models.CharField(_("名称"), max_length=40)
    address = models.CharField(_("查询条件"), max_length=LONGEST, blank=True)
    saved_at = models.DateTimeField(_("保存时间"))

    class Meta:
        """By name; one person has each name once in a register."""

        verbose_name = _("常用查询")
        verbose_name_plural = _("常用查询")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["user", "register", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        """The officer's own name for it."""
        return self.name


def views_of(post: Post, register: str) -> models.QuerySet[SavedView]:
    """The saved views of the person behind the post in one register."""
    return SavedView.objects.filter(user=post.user_id, register=register)


def save_view(*, post: Post, register: str, name: str, address: str, at: dt.datetime) -> SavedView:
    """Keep a view; the same name again replaces it. Problem without a name, or when there are too many."""
    name = name.strip()[:40]
    if not name:
        raise Problem(NAMELESS)
    if len(address) > LONGEST:
        raise Problem(TOO_LONG)
    mine = views_of(post, register)
    if mine.count() >= MOST and not mine.filter(name=name).exists():
        raise Problem(TOO_MANY, most=MOST)
    values = {"address": address, "saved_at": at}
    return SavedView.objects.update_or_create(defaults=values, user_id=post.user_id, register=register, name=name)[0]


def forget_view(*, post: Post, number: int) -> None:
    """Delete one's own saved view; another person's is untouched."""
    SavedView.objects.filter(user=post.user_id, pk=number).delete()
