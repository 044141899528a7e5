"""Points of one part: seven ways from evidence to points, each with its sentence."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.assessments.evidence import Seen, Value, exactly, plain, shown
from zhijia.schemes.assessments.sheet import Part, Test

REACHED = gettext_noop("%(value)s，达到%(bound)s，得%(points)s分")
SHORT = gettext_noop("%(value)s，不到%(bound)s，得0分")
WITHIN = gettext_noop("%(value)s，不超过%(bound)s，得%(points)s分")
BEYOND = gettext_noop("%(value)s，超过%(bound)s，得0分")
STEPPED = gettext_noop("%(value)s，达到%(bound)s一档，得%(points)s分")
BETWEEN = gettext_noop("%(value)s，在%(low)s至%(high)s之间按比例，得%(points)s分")
EACH = gettext_noop("%(value)s，每个%(each)s分，最多%(most)s分，得%(points)s分")
EMPTY = gettext_noop("没有可比的对象，得%(points)s分")
NOT_OF_IT = gettext_noop("不适用，不计入应得分")
GRANTED = gettext_noop("按规定给%(points)s分")
JUDGED = gettext_noop("评定为%(share)s%%，得%(points)s分")
NOT_JUDGED = gettext_noop("尚未评定")
NOT_ASKED = gettext_noop("尚无有效的会员评家结果")


NONE = Fraction(0)


class Standing(Enum):
    """How a part stands."""

    SCORED = "scored"
    MISSING = "missing"
    OUT = "out"


class PartScore(NamedTuple):
    """One part: points got, and why. `value`: the evidence, None when there is none to read."""

    key: str
    part: Part
    standing: Standing
    points: Fraction
    value: Value | None

    @property
    def most(self) -> Fraction:
        """Points it could give here; none when it does not apply."""
        return NONE if self.standing is Standing.OUT else exactly(self.part.points)

    @property
    def because(self) -> Problem:
        """The sentence that explains the points."""
        return reason_of(self)


def part_score(key: str, part: Part, variant: str, seen: Seen) -> PartScore:
    """Points of one part for one unit."""
    if (part.applies and variant not in part.applies) or (part.when and not holds(part.when, seen)):
        return PartScore(key, part, Standing.OUT, NONE, None)
    if part.given:
        return PartScore(key, part, Standing.SCORED, exactly(part.points), None)
    if part.judged:
        share = seen.judged.get(key)
        if share is None:
            return PartScore(key, part, Standing.MISSING, NONE, None)
        return PartScore(key, part, Standing.SCORED, share * exactly(part.points), Value(round(share * 100)))
    value = seen.surveys.get(part.survey) if part.survey else seen.figure(part.figure)
    if value is None:
        return PartScore(key, part, Standing.MISSING, NONE, None)
    exact = value.exact
    if exact is None:
        return _empty(key, part, value)
    return PartScore(key, part, Standing.SCORED, WAYS[_way(part)](part, exact), value)


def holds(test: Test, seen: Seen) -> bool:
    """Whether a figure lies within the bounds; a rate of nothing does not."""
    exact = seen.figure(test.figure).exact
    if exact is None:
        return False
    return (test.at_least is None or exact >= exactly(test.at_least)) and (
        test.at_most is None or exact <= exactly(test.at_most)
    )


def _empty(key: str, part: Part, value: Value) -> PartScore:
    if part.empty == "not-applicable":
        return PartScore(key, part, Standing.OUT, NONE, value)
    points = {"zero": Decimal(0), "full": part.points}.get(str(part.empty), part.empty)
    return PartScore(key, part, Standing.SCORED, Fraction(Decimal(points)), value)


def _way(part: Part) -> str:
    if part.reached is not None:
        return "reached"
    if part.at_most is not None:
        return "at_most"
    if part.steps:
        return "steps"
    return "linear" if part.linear is not None else "each"


def _reached(part: Part, value: Fraction) -> Fraction:
    return exactly(part.points) if value >= exactly(part.reached or 0) else NONE


def _at_most(part: Part, value: Fraction) -> Fraction:
    return exactly(part.points) if value <= exactly(part.at_most or 0) else NONE


def _steps(part: Part, value: Fraction) -> Fraction:
    return max((exactly(points) for bound, points in part.steps.items() if value >= exactly(bound)), default=NONE)


def _linear(part: Part, value: Fraction) -> Fraction:
    assert part.linear is not None
    low, high = exactly(part.linear.low), exactly(part.linear.high)
    share = (value - low) / (high - low)
    return exactly(part.points) * min(Fraction(1), max(NONE, share))


def _each(part: Part, value: Fraction) -> Fraction:
    return min(exactly(part.points), exactly(part.each or 0) * value)


WAYS: Mapping[str, Callable[[Part, Fraction], Fraction]] = {
    "reached": _reached, "at_most": _at_most, "steps": _steps, "linear": _linear, "each": _each,
}  # fmt: skip


def reason_of(score: PartScore) -> Problem:
    """Why so many points, in one sentence with the value seen."""
    part, points = score.part, plain(score.points)
    if score.standing is Standing.OUT:
        return Problem(NOT_OF_IT)
    if score.standing is Standing.MISSING:
        return Problem(NOT_JUDGED if part.judged else NOT_ASKED)
    if part.given or score.value is None:
        return Problem(GRANTED, points=points)
    if part.judged:
        return Problem(JUDGED, share=plain(score.value.top), points=points)
    if score.value.exact is None:
        return Problem(EMPTY, points=points)
    return _reasons(score, points)


def _reasons(score: PartScore, points: str) -> Problem:
    part, value = score.part, score.value
    assert value is not None
    sign = "%" if value.bottom is not None else ""
    told = {"value": shown(value), "points": points}
    if part.reached is not None:
        return Problem(REACHED if score.points else SHORT, bound=f"{plain(part.reached)}{sign}", **told)
    if part.at_most is not None:
        return Problem(WITHIN if score.points else BEYOND, bound=f"{plain(part.at_most)}{sign}", **told)
    if part.steps:
        exact = value.exact or NONE
        met = [bound for bound in part.steps if exact >= exactly(bound)]
        bound = max(met) if met else min(part.steps)
        return Problem(STEPPED if met else SHORT, bound=f"{plain(bound)}{sign}", **told)
    if part.linear is not None:
        return Problem(BETWEEN, low=f"{plain(part.linear.low)}{sign}", high=f"{plain(part.linear.high)}{sign}", **told)
    return Problem(EACH, each=plain(part.each or 0), most=plain(part.points), **told)
