"""Founding and closing a union: node, record, covered workplaces and first term, all in one step or not at all."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.actions import close_organisation, create_organisation
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact, correct_fact, record_fact
from zhijia.registers.organising.bodies import BODIES
from zhijia.registers.organising.employers import EMPLOYERS, Employer
from zhijia.registers.organising.member_terms import COUNTED
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.terms import TERMS
from zhijia.registers.organising.unions import UNIONS

SINGLE, COMMITTEE = "40", "UC"
NO_REPLY = gettext_noop("建会要有上一级工会的批复，请填写批复文号。")
NOT_A_UNION = gettext_noop("这里只能新建单独的或联合的基层工会；其他组织请在“组织”页设立。")
ONE_EMPLOYER = gettext_noop("单独建会的工会只覆盖一个单位，您选了%(count)s个；请改选联合基层工会。")
HAS_UNION = gettext_noop("单位“%(name)s”已经建会，不能再次建会。")
MEMBERS_LEFT = gettext_noop("“%(name)s”还有%(count)s名在册会员，请先办理转会或保留会籍，再撤销工会。")
NOT_ACTIVE = gettext_noop("“%(name)s”已经撤销，没有改动。")
NO_REASON = gettext_noop("撤销工会需要写明原因。")


@transaction.atomic
def found_union(
    *,
    parent: Organisation,
    kind: str,
    name: str,
    unit_kind: str,
    founded_on: dt.date,
    reply_no: str,
    by: Post | None,
    at: dt.datetime,
    short_name: str = "",
    employers: Sequence[Employer] = (),
    term_ends: dt.date | None = None,
    more: Mapping[str, Any] | None = None,
) -> Any:
    """Found a union below `parent` on the day of its reply; returns its record.

    `employers` come under it that day, `term_ends` opens its first term, `more` are further fields of the record.
    """
    if by is not None:
        by.may("unions.edit", parent).insist()
    if level_of(kind) != "union":
        raise Problem(NOT_A_UNION)
    if not reply_no.strip():
        raise Problem(NO_REPLY)
    if kind == SINGLE and len(employers) > 1:
        raise Problem(ONE_EMPLOYER, count=len(employers))
    # The post answers by unions.edit; setting up other nodes of the tree asks for orgs.edit.
    node = create_organisation(
        parent=parent, kind=kind, name=name, short_name=short_name, on=founded_on, by=None, at=at
    )
    values = {"organisation": node, "code": node.code, "kind": kind, "name": name, "unit_kind": unit_kind}
    values |= {"founded_on": founded_on, "reply_no": reply_no.strip(), "since": founded_on, **(more or {})}
    union = record_fact(UNIONS, values=values, by=by, at=at)
    _elected(union, by, at)
    for employer in employers:
        cover_employer(employer, union, founded_on, by, at)
    if term_ends is not None:
        term = {"union": union, "number": 1, "starts_on": founded_on, "ends_on": term_ends, "since": founded_on}
        record_fact(TERMS, values=term, by=by, at=at)
    return union


def _elected(union: Any, by: Post | None, at: dt.datetime) -> None:
    """The committee elected at the founding stands from the day of the reply."""
    day = union.founded_on
    values = {"union": union, "body": COMMITTEE, "established_on": day, "since": day, "reply_no": union.reply_no}
    record_fact(BODIES, values=values, by=by, at=at)


@transaction.atomic
def close_union(*, union: Any, reason: str, on: dt.date, by: Post | None, at: dt.datetime) -> Any:
    """End a union when its workplace ends: members are settled first, workplaces fall back to the committee above."""
    if by is not None:
        by.may("unions.edit", union.organisation).insist()
    if union.state == "CLOSED":
        raise Conflict(NOT_ACTIVE, name=union.name)
    if not reason.strip():
        raise Problem(NO_REASON)
    left = Member.objects.living().filter(organisation=union.organisation_id, state__in=COUNTED).count()
    if left:
        raise Conflict(MEMBERS_LEFT, name=union.name, count=left)
    above = Organisation.objects.get(path=union.organisation.path[: -Organisation.steplen])
    for employer in Employer.objects.living().filter(union=union.pk):
        values = {"union": None, "unionised_on": None, "organisation": above}
        _write(employer, values, on, None, at)
    closed = change_fact(
        UNIONS, row=union, values={"state": "CLOSED", "remark": reason.strip()[:300]}, on=on, by=by, at=at
    )
    close_organisation(organisation=union.organisation, on=on, by=None, at=at)
    return closed


def cover_employer(employer: Employer, union: Any, on: dt.date, by: Post | None, at: dt.datetime) -> None:
    """Put a workplace under a union from a day on; Conflict when it has one."""
    if employer.union_id is not None:
        raise Conflict(HAS_UNION, name=employer.name)
    if by is not None:
        by.may("employers.edit", employer.organisation).insist()
    _write(employer, {"union": union, "unionised_on": on, "organisation": union.organisation}, on, by, at)


def _write(employer: Any, values: dict[str, Any], on: dt.date, by: Post | None, at: dt.datetime) -> None:
    """A dated change; for a workplace first written down that very day there is no earlier slice to keep."""
    if employer.since == on:
        correct_fact(EMPLOYERS, row=employer, values=values, by=by, at=at)
    else:
        change_fact(EMPLOYERS, row=employer, values=values, on=on, by=by, at=at)
