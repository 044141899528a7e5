"""A union's name stands in the tree and in the register; a new name is given to both or to neither."""

import datetime as dt
from typing import cast

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.orgs.actions import change_organisation
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.organising.unions import UNIONS, Union


@transaction.atomic
def rename_union(*, union: Union, name: str, on: dt.date, by: Post | None, at: dt.datetime) -> Union:
    """Give a union another name from `on`; the tree shows the new one, the register keeps both with their days."""
    change_organisation(organisation=union.organisation, by=by, at=at, name=name)
    if on <= union.since:
        return cast(Union, correct_fact(UNIONS, row=union, values={"name": name}, by=by, at=at))
    return cast(Union, change_fact(UNIONS, row=union, values={"name": name}, on=on, by=by, at=at))
