"""Transfers under way (转会): who waits for whom, since when, and which of the two clocks has run out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import prefix_range
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation
from zhijia.registers.organising.members import Member
from zhijia.schemes.deadlines import deadline

NOT_TO_YOU = gettext_noop("没有编号为%(number)s的待接收会员，或不是转给您的工会。")
NO_UNION = gettext_noop("县内没有工会“%(text)s”，请核对全称或编码。")
REMIND, ESCALATE = "member.transfer-remind-workdays", "member.transfer-escalate-workdays"


@dataclass(frozen=True)
class Transfer:
    """One member let go and not yet taken in: since when, when a reminder is due, when it goes to the union above."""

    member: Any
    since: dt.date
    remind_on: dt.date
    escalate_on: dt.date

    def late(self, on: dt.date) -> bool:
        """Past the first clock."""
        return on > self.remind_on

    def escalated(self, on: dt.date) -> bool:
        """Past the second clock."""
        return on > self.escalate_on


def leaving(post: Post) -> list[Transfer]:
    """Let go inside the post's scope and not yet taken in, the longest wait first."""
    return _clocked(_waiting().visible_to(post)) if post.may("members.view") else []


def arriving(post: Post) -> list[Transfer]:
    """Let go to a union inside the post's scope, the longest wait first."""
    return _clocked(_to(post)) if post.may("members.edit") else []


def transfer_to(post: Post, number: int) -> Any:
    """One member waiting to be taken in by a union of the post; NotFound tells no more than that."""
    found = _to(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NOT_TO_YOU, number=number)
    return found


def union_anywhere(text: str) -> Organisation:
    """A union of the county by its whole name or code, also outside the post's scope: nobody can browse so."""
    unions = Organisation.objects.filter(kind__in=[*kinds_at("union"), *kinds_at("branch")])
    for condition in ({"code": text}, {"name": text}):
        found = list(unions.filter(**condition)[:2])
        if len(found) == 1:
            return found[0]
    raise NotFound(NO_UNION, text=text)


def _waiting() -> Any:
    rows = Member.objects.living().filter(state="TRANSFER_OUT")
    return rows.select_related("organisation", "destination")


def _to(post: Post) -> Any:
    low, high = prefix_range(post.path)
    return _waiting().filter(destination__path__gte=low, destination__path__lt=high)


def _clocked(rows: Any) -> list[Transfer]:
    return sorted(_each(rows), key=lambda transfer: (transfer.since, transfer.member.pk))


def _each(rows: Any) -> Iterator[Transfer]:
    for row in rows:
        since = row.state_on or row.since
        yield Transfer(row, since, deadline(REMIND, since).due, deadline(ESCALATE, since).due)
