"""Members who may be deemed to have left (视为自动退会): a proposal only; the union's committee decides each one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.registers.organising.member_terms import lapsing_on
from zhijia.registers.organising.members import Member


@dataclass(frozen=True)
class Lapsing:
    """One member without dues or union life since a day; `months` are the whole months since then."""

    member: Any
    since: dt.date
    months: int


def lapsing_members(post: Post, on: dt.date) -> Sequence[Lapsing]:
    """The proposal for the post's scope, the longest absence first. Nothing changes by being listed."""
    post.may("members.view").insist()
    rows = Member.objects.visible_to(post).living().filter(lapsing_on.build(on), until__isnull=True)
    listed: Any = rows.select_related("organisation").order_by("took_part_on", "pk")
    return [Lapsing(row, row.took_part_on, months_between(row.took_part_on, on)) for row in listed]


def months_between(first: dt.date, last: dt.date) -> int:
    """Whole months from one day to another."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
