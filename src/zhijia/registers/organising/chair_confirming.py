"""The higher union confirms that nothing excludes a person from the office of chair (确认主席人选)."""

import datetime as dt
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.registers.base.actions import change_fact
from zhijia.registers.organising.chair_checks import CHAIR_CHECKS, ChairCheck, points_of
from zhijia.registers.organising.from_above import ALREADY, held_from_above, insist_sound
from zhijia.registers.organising.rules.checked import blocking

NOT_CLEAR = gettext_noop("“%(name)s”还不能确认：%(faults)s")


@transaction.atomic
def confirm_chair(*, check: Any, on: dt.date, by: Post, at: dt.datetime) -> Any:
    """Confirm that nothing excludes a person from the office of chair; Problem naming each exclusion or open box."""
    row = held_from_above(ChairCheck, check, by)
    if row.confirmed_on is not None:
        raise Conflict(ALREADY, name=row)
    insist_sound(NOT_CLEAR, row, blocking(points_of(row)))
    return change_fact(
        CHAIR_CHECKS, row=row, values={"confirmed_on": on}, on=max(on, row.since), by=by, at=at, same_day=True
    )  # fmt: skip
