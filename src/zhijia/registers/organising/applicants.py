"""Applicants (入会申请): who has applied, since when, and by when the union owes an answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.registers.organising.members import Member
from zhijia.schemes.deadlines import deadline

DECIDE = "member.decision-workdays"


@dataclass(frozen=True)
class Applicant:
    """One application without an answer; `decide_by` is the last working day for it."""

    member: Any
    since: dt.date
    decide_by: dt.date
    late: bool


def applicants(post: Post, on: dt.date) -> list[Applicant]:
    """Applications inside the post's scope that wait for an answer on a day, oldest first."""
    if not post.may("members.view"):
        return []
    found = []
    for row in Member.objects.living().visible_to(post).filter(state="APPLIED").select_related("organisation"):
        since = row.state_on or row.since
        decide_by = deadline(DECIDE, since).due
        found.append(Applicant(row, since, decide_by, on > decide_by))
    return sorted(found, key=lambda each: (each.since, each.member.pk))
