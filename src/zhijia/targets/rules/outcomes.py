"""The class in which a circular names a unit, and the score of a campaign."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from zhijia.targets.rules.pace import NOTHING, WHOLE


class Outcome(StrEnum):
    """The three classes in which a circular names units."""

    FULL = "full"
    PARTLY = "partly"
    IDLE = "idle"


def class_of(shares: Iterable[Fraction | None]) -> Outcome | None:
    """All targets of a campaign reached: 全面完成; something of any: 部分完成; else 未启动. None without a target."""
    known = list(shares)
    if not known:
        return None
    if all(share is not None and share >= 1 for share in known):
        return Outcome.FULL
    return Outcome.PARTLY if any(share is not None and share > 0 for share in known) else Outcome.IDLE


def campaign_score_of(shares: Iterable[Fraction | None]) -> Fraction | None:
    """0..100: the mean of what was reached of each target, more than all of it counting as all; None without targets."""
    known = [min(share or NOTHING, WHOLE) for share in shares]
    return 100 * sum(known, NOTHING) / len(known) if known else None
