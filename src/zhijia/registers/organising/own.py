"""What a member may see of the roll: the own membership, and how it came to stand where it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from zhijia.accounts.member_accounts import MemberAccount, mobile_of
from zhijia.evidence.queries import standing_for
from zhijia.kit.period import add_years
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation
from zhijia.registers.base.queries import versions_of
from zhijia.registers.organising.applicants import DECIDE
from zhijia.registers.organising.members import MEMBERS, Member
from zhijia.registers.organising.membership_actors import UNION_LEVELS
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import deadline

NOT_YOURS = gettext_noop("没有这条记录，请从“我的”首页进入。")
APPLICATION = "application"
UNIONS_SHOWN = 20


@dataclass(frozen=True)
class Chapter:
    """One turn in the life of a membership, as the member reads it."""

    on: dt.date
    state: str
    place: str
    remark: str


def people_with_mobile(number: str) -> dict[str, str]:
    """Digest of the id number -> name of everybody on the roll with this telephone; a family may share one.

    Found by the last four digits, then compared whole, since the numbers lie sealed.
    """
    rows = Member.objects.living().filter(mobile_tail=number[-4:]).exclude(id_digest="").order_by("pk")
    return {row.id_digest: row.name for row in rows if row.mobile == number}


def by_id_tail(number: str, tail: str) -> dict[str, str]:
    """Of those who share a telephone, the ones whose id number ends so."""
    rows = Member.objects.living().filter(id_digest__in=people_with_mobile(number), id_tail__iexact=tail.strip()[:4])
    return {row.id_digest: row.name for row in rows.order_by("pk")}


def own_rows(account: MemberAccount) -> list[Member]:
    """The person's own rows, newest first: of this person and with this telephone, both."""
    if not account.person:
        return []
    number = mobile_of(account)
    rows = Member.objects.living().filter(id_digest=account.person, mobile_tail=number[-4:])
    found = rows.select_related("organisation").order_by("-since", "-pk")
    return [row for row in found if row.mobile == number]


def own_row(account: MemberAccount, number: int) -> Member:
    """One of them; NotFound tells no more than that."""
    found = next((row for row in own_rows(account) if row.pk == number), None)
    if found is None:
        raise NotFound(NOT_YOURS)
    return found


def story_of(row: Member) -> list[Chapter]:
    """Every state the membership was in, oldest first."""
    told: list[Chapter] = []
    for version in sorted((*versions_of(MEMBERS, row), row), key=lambda one: (one.since, one.recorded_at)):
        place = str(version.organisation)
        if not told or (told[-1].state, told[-1].place) != (version.state, place):
            told.append(Chapter(version.state_on or version.since, version.state, place, version.remark))
    return told


def answer_due(row: Member) -> dt.date | None:
    """By when the union owes an answer; None when nothing is asked."""
    return deadline(DECIDE, row.state_on or row.since).due if row.state == "APPLIED" else None


def what_would_help(row: Member, on: dt.date) -> Sequence[str]:
    """What the person could do so that an application that was refused, or waits, can be granted."""
    if row.state not in ("APPLIED", "REFUSED"):
        return ()
    helps = []
    age = int(catalogue().number("member.min-age", on))
    grown = add_years(row.birth_date, age) if row.birth_date else on
    if grown > on:
        helps.append(_("%(day)s满%(age)s周岁，从那天起可以入会。") % {"day": grown, "age": age})
    if not any(file.slot == APPLICATION for file in standing_for(MEMBERS.key, row.pk)):
        helps.append(_("补交入会申请书的照片。"))
    if row.state == "REFUSED":
        helps.append(_("照上面写的原因改好后，可以重新申请。"))
    return helps


def unions_named(words: str, on: dt.date) -> Sequence[Organisation]:
    """Unions one can apply to, by a part of the name; nothing for fewer than two signs."""
    words = words.strip()
    if len(words) < 2:
        return ()
    kinds = [kind for level in UNION_LEVELS for kind in kinds_at(level)]
    standing = Organisation.objects.filter(kind__in=kinds, name__icontains=words, valid_from__lte=on)
    return list(standing.exclude(valid_until__lte=on).order_by("path")[:UNIONS_SHOWN])


def union_numbered(number: str, on: dt.date) -> Organisation | None:
    """The union of a form's choice; None for anything else."""
    kinds = [kind for level in UNION_LEVELS for kind in kinds_at(level)]
    if not (number.isascii() and number.isdigit()):
        return None
    return Organisation.objects.filter(kind__in=kinds, pk=int(number)).exclude(valid_until__lte=on).first()
