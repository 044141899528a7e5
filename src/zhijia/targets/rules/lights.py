"""How much of a target is reached, and which light that gives on a day."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zhijia.targets.rules.pace import WHOLE


class Light(StrEnum):
    """The state of one target of one unit on one day; shown as colour, shape and word together (the values
    name the lights of the desk)."""

    DONE = "done"
    NORMAL = "green"
    WARNING = "yellow"
    BEHIND = "red"
    OVERDUE = "overdue"
    IDLE = "grey"
    NO_DATA = "none"


@dataclass(frozen=True)
class Thresholds:
    """From which share of what was due a light is green, from which yellow (1 = all of it)."""

    green: Fraction
    yellow: Fraction


def share_of(done: Fraction | None, target: Fraction, better: str) -> Fraction | None:
    """How much of the target is reached (1 = all); None without data.

    A ceiling (better: lower) that is kept counts as all; exceeded, as target / done.
    """
    if done is None:
        return None
    if better == "lower":
        return WHOLE if done <= target else target / done
    return done / target if target > 0 else WHOLE


def light_of(
    done: Fraction | None,
    due_now: Fraction,
    target: Fraction,
    *,
    overdue: bool,
    better: str,
    thresholds: Thresholds,
) -> Light:
    """The light of a target: `done`, `due_now` and `target` in the target's own unit.

    Nothing done yet is grey while there is time, red afterwards. A ceiling is judged against itself all year, and is
    reached only when its last day is over.
    """
    if done is None:
        return Light.NO_DATA
    if better == "lower":
        return _ceiling_light(done, target, overdue, thresholds)
    if done >= target:
        return Light.DONE
    if overdue:
        return Light.OVERDUE
    if done <= 0:
        return Light.IDLE
    if done >= due_now * thresholds.green:
        return Light.NORMAL
    return Light.WARNING if done >= due_now * thresholds.yellow else Light.BEHIND


def _ceiling_light(done: Fraction, target: Fraction, overdue: bool, thresholds: Thresholds) -> Light:
    if done <= target:
        return Light.DONE if overdue else Light.NORMAL
    if overdue:
        return Light.OVERDUE
    return Light.WARNING if target >= done * thresholds.yellow else Light.BEHIND
