"""Which supervision slip a target deserves on a day (督办单)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zhijia.targets.rules.pace import NOTHING, WHOLE


class SlipColour(StrEnum):
    """blue: due soon; yellow: behind schedule; red: overdue, or far behind twice running."""

    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True)
class SlipLimits:
    """When the clock proposes a slip: days before the deadline, and shares of what was due (1 = all of it)."""

    days_before: int
    slow: Fraction
    far: Fraction


@dataclass(frozen=True)
class Due:
    """A slip the clock proposes: its colour, days left (negative: overdue), and the gap to what was due (0..1)."""

    colour: SlipColour
    days_left: int
    gap: Fraction


def slip_due(
    *,
    share: Fraction | None,
    due_share: Fraction,
    share_before: Fraction | None,
    due_before: Fraction,
    due: dt.date,
    on: dt.date,
    limits: SlipLimits,
) -> Due | None:
    """The slip a target deserves on a day, or None; nothing to count gives none.

    `share_before`/`due_before`: the same at the last month end; None when the order was not yet handed out then.
    """
    if share is None or share >= WHOLE:
        return None
    done = share
    left, gap = (due - on).days, max(due_share - done, NOTHING)
    far_now = done < due_share * limits.far
    far_before = share_before is not None and share_before < due_before * limits.far
    if left < 0 or (far_now and far_before):
        return Due(SlipColour.RED, left, gap)
    if done < due_share * limits.slow:
        return Due(SlipColour.YELLOW, left, gap)
    if left <= limits.days_before and done < due_share:
        return Due(SlipColour.BLUE, left, gap)
    return None
