"""The arithmetic of plans: cases a clerk can read, and laws that hold for all numbers."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.targets.rules import (
    Light,
    SlipColour,
    SlipLimits,
    Thresholds,
    check_sum,
    class_of,
    light_of,
    pace_of,
    share_of,
    slip_due,
    split_down,
)

CASES = Path(__file__).parent / "cases"
LIMITS = Thresholds(Fraction(1), Fraction(4, 5))
FOUNDING = {"03-31": Decimal(25), "06-30": Decimal(60), "09-30": Decimal(100)}
DAYS = st.dates(dt.date(2014, 1, 1), dt.date(2014, 12, 31))


def cases(name: str) -> list[Any]:
    """The lines of a case file, named by their words."""
    lines = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(line, id=line["what"]) for line in lines]


@pytest.mark.parametrize("case", cases("pace"))
def test_share_due(case: dict[str, Any]) -> None:
    """As the county counts it."""
    marks = {key: Decimal(value) for key, value in case.get("milestones", {}).items()}
    got = pace_of(case["kind"], marks, case.get("year", 2014), case["due"], case["day"])
    assert got == Fraction(str(case["share"]))


@given(kind=st.sampled_from(["linear", "milestones", "seasonal"]), due=DAYS, first=DAYS, second=DAYS)
def test_what_is_due_never_falls_and_is_all_at_the_deadline(
    kind: Any, due: dt.date, first: dt.date, second: dt.date
) -> None:
    """Between nothing and all, rising with the days."""
    early, late = sorted((first, second))
    low, high = (pace_of(kind, FOUNDING, 2014, due, day) for day in (early, late))
    assert 0 <= low <= high <= 1
    assert pace_of(kind, FOUNDING, 2014, due, due) == 1


@pytest.mark.parametrize("case", cases("lights"))
def test_light(case: dict[str, Any]) -> None:
    """As the county shows it."""
    done = None if case["done"] is None else Fraction(case["done"])
    got = light_of(
        done, Fraction(case["due"]), Fraction(case["goal"]), overdue=case.get("overdue", False),
        better=case.get("better", "higher"), thresholds=LIMITS,
    )  # fmt: skip
    assert got is Light[case["light"].upper()]


@given(done=st.integers(0, 200), more=st.integers(0, 50), due=st.integers(0, 100), goal=st.integers(1, 100))
def test_doing_more_never_makes_the_light_worse(done: int, more: int, due: int, goal: int) -> None:
    """Grey, red, yellow, green, done: in this order."""
    order = [Light.IDLE, Light.BEHIND, Light.WARNING, Light.NORMAL, Light.DONE]
    lights = [
        light_of(
            Fraction(value),
            Fraction(min(due, goal)),
            Fraction(goal),
            overdue=False,
            better="higher",
            thresholds=LIMITS,
        )
        for value in (done, done + more)
    ]
    assert order.index(lights[0]) <= order.index(lights[1])


@pytest.mark.parametrize("case", cases("classes"))
def test_class_of_a_unit(case: dict[str, Any]) -> None:
    """全面完成, 部分完成, 未启动."""
    assert class_of(None if share is None else Fraction(str(share)) for share in case["shares"]) == case["class"]


@pytest.mark.parametrize("case", cases("splits"))
def test_split(case: dict[str, Any]) -> None:
    """Worked by hand."""
    assert split_down(Decimal(case["total"]), case["keys"]) == case["parts"]


@given(total=st.integers(0, 10_000), keys=st.lists(st.integers(0, 500), min_size=1, max_size=40).filter(any))
def test_parts_sum_to_the_whole_and_follow_the_keys(total: int, keys: list[int]) -> None:
    """Nothing lost, nobody with a smaller key gets more, none is a whole unit off its share."""
    parts = split_down(Decimal(total), keys)
    assert sum(parts) == total
    assert all(part == 0 for part, key in zip(parts, keys, strict=True) if key == 0)
    assert all(
        abs(Fraction(part) - Fraction(total * key, sum(keys))) < 1 for part, key in zip(parts, keys, strict=True)
    )
    ranked = sorted(zip(keys, parts, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(ranked) if a[0] < b[0])


def test_a_share_is_not_divided() -> None:
    """98.5 cannot be handed out in whole pieces."""
    with pytest.raises(BadInput, match=r"98\.5不是整数"):
        split_down(Decimal("98.50"), [1, 1])


def test_all_keys_zero_is_refused() -> None:
    """There is nothing to weigh by."""
    with pytest.raises(BadInput, match="全部为零"):
        split_down(Decimal(5), [0, 0])


def test_parts_that_do_not_sum_are_refused_with_the_difference() -> None:
    """合计5，与总目标6相差1."""
    with pytest.raises(BadInput, match="合计5，与总目标6相差1"):
        check_sum(Decimal(6), {"合德镇": Decimal(2), "四明镇": Decimal(3)})


@pytest.mark.parametrize(
    ("share", "due_share", "before", "day", "colour"),
    [
        ("1", "1", "0", "10-01", None),
        ("9/10", "1", "9/10", "10-01", SlipColour.RED),
        ("1/2", "3/4", "1/2", "07-31", SlipColour.RED),
        ("1/2", "3/4", "3/5", "07-31", SlipColour.YELLOW),
        ("17/20", "19/20", "3/5", "09-21", SlipColour.YELLOW),
        ("9/10", "19/20", "3/5", "09-21", SlipColour.BLUE),
        ("9/10", "19/20", "3/5", "09-19", None),
        ("3/4", "3/4", "3/5", "07-31", None),
        ("1/2", "3/4", None, "07-31", SlipColour.YELLOW),
        (None, "3/4", None, "07-31", None),
    ],
)
def test_colour_of_a_supervision_slip(share: Any, due_share: str, before: Any, day: str, colour: Any) -> None:
    """Blue ten days before the deadline, yellow below nine tenths, red overdue or far behind twice running."""
    month, date = map(int, day.split("-"))
    got = slip_due(
        share=share and Fraction(share), due_share=Fraction(due_share), share_before=before and Fraction(before),
        due_before=Fraction(7, 10), due=dt.date(2014, 9, 30), on=dt.date(2014, month, date),
        limits=SlipLimits(10, Fraction(9, 10), Fraction(4, 5)),
    )  # fmt: skip
    assert (got.colour if got else None) == colour


def test_a_ceiling_of_zero_is_kept_or_broken() -> None:
    """Nothing overdue is all of it; one overdue is none of it."""
    assert share_of(Fraction(0), Fraction(0), "lower") == 1
    assert share_of(Fraction(1), Fraction(0), "lower") == 0
