"""Closing a union (撤销): nobody may be forgotten. For every member a person has decided where the membership goes;
then offices, term, bodies, certificate and contracts end, and the union is closed. All of it or nothing.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.organising.actions import close_union
from zhijia.registers.organising.employers import EMPLOYERS, Employer
from zhijia.registers.organising.members import HELD, MEMBERS, Member
from zhijia.registers.organising.membership import receiving_union
from zhijia.registers.organising.membership_actors import UNION_LEVELS
from zhijia.registers.organising.merging import carry, end_offices, end_papers

CONTRACT = "relations.contract"
UNDECIDED = gettext_noop("还有%(count)s名会员没有决定去向，例如“%(name)s”；请逐人选定，或为其余会员选定一种。")
ONLY_ABOVE = gettext_noop("撤销工会要报上一级工会，由上一级工会办理。")
NO_CAUSE = gettext_noop("撤销工会需要选择缘由：工会只在单位终止时撤销。")
CLOSED = gettext_noop("“%(name)s”已经撤销，没有改动。")


def members_to_settle(union: Any) -> Sequence[Any]:
    """Whoever holds a membership at the union, by name: active, leaving, retained."""
    rows = Member.objects.living().filter(organisation=union.organisation_id, state__in=HELD)
    return list(rows.order_by("sort_pinyin", "pk"))


@transaction.atomic
def close_with_members(
    *,
    union: Any,
    cause: str,
    reason: str,
    on: dt.date,
    fates: Mapping[int, Organisation | None],
    by: Post,
    at: dt.datetime,
) -> Any:
    """Close a union whose workplace has ended. `fates`: member -> receiving union, or None for membership retained.

    Retained memberships go to the organisation above. Problem names a member without a fate; nothing changes then.
    """
    by.may("unions.edit", union.organisation).insist()
    if level_of(by.organisation.kind) in UNION_LEVELS:
        raise Problem(ONLY_ABOVE)
    if union.state == "CLOSED":
        raise Conflict(CLOSED, name=union.name)
    if not cause:
        raise Problem(NO_CAUSE)
    held = members_to_settle(union)
    undecided = [member for member in held if member.pk not in fates]
    if undecided:
        raise Problem(UNDECIDED, count=len(undecided), name=undecided[0].name)
    above = Organisation.objects.get(path=union.organisation.path[: -Organisation.steplen])
    for member in held:
        _settle(member, fates[member.pk], above, on, by, at)
    _end_workplaces(union, cause, on, by, at)
    end_offices(union, on, by, at)
    end_papers(union, on, by, at)
    _turn_back(union, on, by, at)
    return close_union(union=union, reason=reason, on=on, by=by, at=at)


def _settle(member: Any, to: Organisation | None, above: Organisation, on: dt.date, by: Post, at: dt.datetime) -> None:
    values = {"state": "RETAINED", "organisation": above, "state_on": on, "destination": None}
    if to is not None:
        values |= {"state": "ACTIVE", "organisation": receiving_union(member, to)}
    change_fact(MEMBERS, row=member, values=values, on=on, by=by, at=at, same_day=True)


def _turn_back(union: Any, on: dt.date, by: Post, at: dt.datetime) -> None:
    """Whoever was on the way to it is on the way to nobody in particular; their own union sees to it."""
    for member in Member.objects.living().filter(destination=union.organisation_id, state="TRANSFER_OUT"):
        values = {"destination": None}
        change_fact(MEMBERS, row=member, values=values, on=on, by=by, at=at, same_day=True, answered=True)


def _end_workplaces(union: Any, cause: str, on: dt.date, by: Post, at: dt.datetime) -> None:
    """The workplaces stop, and with them the contracts that were in force."""
    contracts = register_of(CONTRACT)
    kept: Any = contracts.model._default_manager
    for employer in Employer.objects.living().filter(union=union.pk):
        for row in kept.filter(
            Q(ended_on__isnull=True), employer=employer, version_of__isnull=True, known_until__isnull=True, ends_on__gte=on
        ):  # fmt: skip
            carry(contracts, row, {"ended_on": on}, on, by, at)
        carry(EMPLOYERS, employer, {"operating_state": cause}, on, by, at)
