"""A union that begins out of another (分设): its node, its record, and the thread between the two.

Members, workplaces and officers stay where they are; each goes over by its own step, with its own day and paper.
"""

import datetime as dt
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Problem
from zhijia.orgs.actions import split_organisation
from zhijia.registers.base.actions import record_fact
from zhijia.registers.organising.actions import NO_REPLY
from zhijia.registers.organising.unions import UNIONS, Union


@transaction.atomic
def split_union(
    *, union: Union, name: str, on: dt.date, reply_no: str, by: Post | None, at: dt.datetime, short_name: str = ""
) -> Any:
    """Found a union of the same kind beside this one on `on`; returns its record. Problem without a reply."""
    if by is not None:
        by.may("unions.edit", union.organisation).insist()
    if not reply_no.strip():
        raise Problem(NO_REPLY)
    node = split_organisation(
        organisation=union.organisation, name=name, short_name=short_name, on=on, by=by, at=at
    )  # fmt: skip
    values = {
        "organisation": node, "code": node.code, "kind": node.kind, "name": node.name, "unit_kind": union.unit_kind,
        "founded_on": on, "reply_no": reply_no.strip(), "since": on,
    }  # fmt: skip
    return record_fact(UNIONS, values=values, by=by, at=at)
