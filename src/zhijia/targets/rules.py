"""The arithmetic of plans: how much is due on a day, which light that gives, which class a unit falls in, and how a
county number is divided over its units. No ORM, no clock."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from zhijia.kit.bad_input import BadInput
from zhijia.kit.money import apportion
from zhijia.kit.problem import gettext_noop
from zhijia.schemes.plans import Pace

NOT_WHOLE = gettext_noop("目标值%(value)s不是整数，不能按数量分解；比率类指标请用“各单位同一目标值”。")
SUM_DIFFERS = gettext_noop("各单位合计%(sum)s，与总目标%(total)s相差%(difference)s，请调整后再保存。")
NEGATIVE_PART = gettext_noop("分解值不能为负数，请核对“%(unit)s”。")
WHOLE = Fraction(1)
NOTHING = Fraction(0)


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


class Outcome(StrEnum):
    """The three classes in which a circular names units."""

    FULL = "full"
    PARTLY = "partly"
    IDLE = "idle"


@dataclass(frozen=True)
class Thresholds:
    """From which share of what was due a light is green, from which yellow (1 = all of it)."""

    green: Fraction
    yellow: Fraction


def pace_of(kind: Pace, milestones: Mapping[str, Decimal], year: int, due: dt.date, on: dt.date) -> Fraction:
    """The share (0..1) of the year's target that was due on a day (序时进度).

    linear: by days from New Year to `due`. milestones: 'MM-DD' -> percent, in between by days, from nothing at New
    Year. seasonal: the same, but nothing falls due before the first milestone. From `due` on everything is due.
    """
    if on >= due:
        return WHOLE
    start = dt.date(year - 1, 12, 31)
    points = [] if kind == "seasonal" else [(start, NOTHING)]
    if kind != "linear":
        listed = sorted((_day_in(year, key), Fraction(value) / 100) for key, value in milestones.items())
        points += [(day, min(share, WHOLE)) for day, share in listed if start < day < due]
    points.append((due, WHOLE))
    return _between(points, on)


def _day_in(year: int, key: str) -> dt.date:
    month, day = key.split("-")
    return dt.date(year, int(month), int(day))


def _between(points: Sequence[tuple[dt.date, Fraction]], on: dt.date) -> Fraction:
    """On the line between the two points around the day; nothing before the first."""
    for (left, low), (right, high) in pairwise(points):
        if left <= on < right:
            return low + (high - low) * Fraction((on - left).days, (right - left).days)
    return NOTHING


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


def split_down(total: Decimal, keys: Sequence[int | Fraction]) -> list[Decimal]:
    """Whole parts that sum to the whole, by largest remainder (ties: larger key, then the order given).

    BadInput for a total that is no whole number, for negative keys, and when all keys are zero.
    """
    if total != total.to_integral_value():
        raise BadInput("not_whole", NOT_WHOLE, value=plain_number(total))
    return [Decimal(part) for part in apportion(int(total), keys)]


def check_sum(total: Decimal, parts: Mapping[str, Decimal]) -> None:
    """BadInput when the parts (by unit name) do not sum to the whole, saying the difference, or one is negative."""
    for unit, part in parts.items():
        if part < 0:
            raise BadInput("negative_part", NEGATIVE_PART, unit=unit)
    added = sum(parts.values(), Decimal(0))
    if added != total:
        raise BadInput(
            "sum_differs",
            SUM_DIFFERS,
            sum=plain_number(added),
            total=plain_number(total),
            difference=plain_number(abs(total - added)),
        )


def plain_number(value: Decimal) -> str:
    """1835, 98.5: without trailing zeros and without exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class OrderState(StrEnum):
    """Where an order stands, folded from what happened to it."""

    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    OBJECTED = "objected"
    RUNNING = "running"
    DONE = "done"
    CLOSED = "closed"


def state_of_order(
    *, issued: bool, signed: bool, objected: bool, may_object: bool, reached: bool, closed: bool
) -> OrderState:
    """起草 -> 下达 -> 已签收 (有异议) -> 执行中 -> 已完成 -> 销号. Signed while the unit may still object, then running."""
    if closed:
        return OrderState.CLOSED
    if not issued:
        return OrderState.DRAFT
    if objected:
        return OrderState.OBJECTED
    if not signed:
        return OrderState.ISSUED
    if reached:
        return OrderState.DONE
    return OrderState.SIGNED if may_object else OrderState.RUNNING


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
