"""One writer of the tree at a time: the lock, and the questions every action asks under it."""

import datetime as dt
from typing import Protocol

from django.utils import timezone

from zhijia.kit.answer import Answer
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.orgs.models import Organisation, OrganisationQuerySet
from zhijia.orgs.queries import root

GONE = gettext_noop("“%(name)s”已不在组织树中，请刷新后再试。")
CLOSED = gettext_noop("“%(name)s”已于%(on)s撤销，不能再变动。")
BEFORE = gettext_noop("日期%(on)s早于“%(name)s”的设立日期%(since)s，请核对。")
FUTURE = gettext_noop("日期%(on)s还没有到，请在当天或之后办理。")
SAME_NAME = gettext_noop("“%(parent)s”之下已有“%(name)s”，请核对名称。")
NO_NAME = gettext_noop("请填写组织名称。")


class Actor(Protocol):
    """Whoever acts: a post, seen from below (the tree knows no posts)."""

    @property
    def pk(self) -> int:
        """Number of the post."""

    @property
    def actor_name(self) -> str:
        """Person and post in words."""

    def may(self, verb: str, organisation: Organisation | None = None) -> Answer:
        """Whether the verb is allowed there."""


def hold(*asked: Organisation) -> list[Organisation]:
    """Lock the whole tree until the transaction ends, then read the organisations again as they are now.

    PostgreSQL locks the root's row; SQLite's transactions are exclusive from their first statement (IMMEDIATE).
    """
    Organisation.objects.select_for_update().get(pk=root().pk)
    found = Organisation.objects.in_bulk([one.pk for one in asked])
    for one in asked:
        if one.pk not in found:
            raise NotFound(GONE, name=one)
    return [found[one.pk] for one in asked]


def insist(by: Actor | None, *organisations: Organisation) -> None:
    """The post must be allowed to edit the tree at each of these."""
    if by is not None:
        for organisation in organisations:
            by.may("orgs.edit", organisation).insist()


def alive(organisation: Organisation, on: dt.date, at: dt.datetime) -> None:
    """Problem unless the organisation exists on the day, and the day has come."""
    if on > timezone.make_naive(at).date():
        raise Problem(FUTURE, on=on)
    if on < organisation.valid_from:
        raise Problem(BEFORE, on=on, name=organisation, since=organisation.valid_from)
    if organisation.valid_until is not None:
        raise Conflict(CLOSED, name=organisation, on=organisation.valid_until)


def children(organisation: Organisation) -> OrganisationQuerySet:
    """Those directly below that have not been closed."""
    below: OrganisationQuerySet = Organisation.objects.within(organisation.path)
    return below.filter(depth=organisation.depth + 1, valid_until__isnull=True)


def free_name(parent: Organisation, name: str, but: Organisation | None = None) -> None:
    """Problem when the name is empty, Conflict when another child of the parent has it."""
    if not name.strip():
        raise Problem(NO_NAME)
    others = children(parent).filter(name=name)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise Conflict(SAME_NAME, parent=parent, name=name)
