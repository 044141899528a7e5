"""A union's node and its register row, kept as one: founding and renaming touch both or neither."""

import datetime as dt
from typing import Any, cast

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.orgs.actions import change_organisation, create_organisation
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import change_fact, record_fact
from zhijia.registers.organising.unions import UNIONS, Union


@transaction.atomic
def found_union(
    *,
    parent: Organisation,
    kind: str,
    name: str,
    unit_kind: str,
    on: dt.date,
    by: Post | None,
    at: dt.datetime,
    short_name: str = "",
    **more: Any,
) -> Union:
    """Set up a union below `parent` from `on`: node and register row. `more` are further fields of the row."""
    node = create_organisation(parent=parent, kind=kind, name=name, short_name=short_name, on=on, by=by, at=at)
    values = {
        "organisation": node, "code": node.code, "kind": kind, "name": name, "unit_kind": unit_kind, "since": on,
        "founded_on": on, **more,
    }  # fmt: skip
    return cast(Union, record_fact(UNIONS, values=values, by=by, at=at))


@transaction.atomic
def rename_union(*, union: Union, name: str, on: dt.date, by: Post | None, at: dt.datetime) -> Union:
    """Give a union another name from `on`; the tree shows the new one, the register keeps both with their days."""
    change_organisation(organisation=union.organisation, by=by, at=at, name=name)
    return cast(Union, change_fact(UNIONS, row=union, values={"name": name}, on=on, by=by, at=at))
