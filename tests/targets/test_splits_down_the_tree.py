"""A county target divided over its committees sums to the whole, or says why not."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.world import NOW, TODAY, World
from zhijia.kit.problem import Conflict, Problem, Refused
from zhijia.targets.actions import draft_orders, issue_orders, revise_target, split_target
from zhijia.targets.models import Target
from zhijia.targets.queries import keys_for, proposed_split, split_of

Make = Callable[..., Target]
UNITS = ("合德镇", "四明镇", "县教育")


def parts(county: World, *values: str) -> dict[object, Decimal]:
    """Values for the three committees."""
    return {county.org[name]: Decimal(value) for name, value in zip(UNITS, values, strict=True)}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("equal", [2, 2, 2]),
        ("employers-without-union", [3, 3, 0]),
        ("last-year", None),
        ("employees", [2, 2, 2]),
    ],
)
def test_the_key_gives_the_parts(county: World, target: Make, key: str, expected: list[int] | None) -> None:
    """One employer without a union in each town; 240, 360 and 240 employees where there is a union."""
    whole = target("new-unions", "6", "家")
    if expected is None:
        with pytest.raises(Problem, match="全部为零"):
            proposed_split(whole, key, TODAY)
        return
    split = proposed_split(whole, key, TODAY)
    assert [part.value for part in split.parts] == expected
    assert split.difference == 0
    for part in split.parts:
        counted = sum((one.bottom or 0) if part.side == "bottom" else one.top for one in part.weighed_by)
        assert not part.weighed_by or counted == part.weight


def test_parts_that_sum_become_targets_with_their_parent(county: World, target: Make) -> None:
    """A unit with nothing gets no target."""
    whole = target("new-unions", "6", "家")
    kept = split_target(
        target=whole, parts=parts(county, "4", "2", "0"), key="by-hand", by=county.post["office"], at=NOW
    )
    assert [(one.organisation.short_name, one.value, one.parent_id) for one in kept] == [
        ("合德镇", 4, whole.pk), ("四明镇", 2, whole.pk),
    ]  # fmt: skip
    assert all(one.clause_id == whole.clause_id for one in kept)
    assert split_of(whole, TODAY).difference == 0


def test_parts_that_do_not_sum_change_nothing(county: World, target: Make) -> None:
    """One sentence with the difference."""
    whole = target("new-unions", "6", "家")
    with pytest.raises(Problem, match="各单位合计5，与总目标6相差1，请调整后再保存。"):
        split_target(target=whole, parts=parts(county, "3", "2", "0"), key="equal", by=county.post["office"], at=NOW)
    with pytest.raises(Problem, match="不能为负数"):
        split_target(target=whole, parts=parts(county, "7", "-1", "0"), key="equal", by=county.post["office"], at=NOW)
    assert Target.objects.count() == 1


def test_a_rate_is_the_same_for_all(county: World, target: Make) -> None:
    """No sum is asked for."""
    whole = target("wage-bargaining-rate", "90", "%")
    assert keys_for(whole)[0] == "same-value"
    split = proposed_split(whole, "same-value", TODAY)
    assert {part.value for part in split.parts} == {90} and split.difference is None
    kept = split_target(
        target=whole, parts=parts(county, "90", "90", "90"), key="same-value", by=county.post["office"], at=NOW
    )
    assert len(kept) == 3


def test_splitting_again_changes_and_withdraws(county: World, target: Make) -> None:
    """With the history kept."""
    whole, office = target("new-unions", "6", "家"), county.post["office"]
    split_target(target=whole, parts=parts(county, "4", "2", "0"), key="equal", by=office, at=NOW)
    split_target(target=whole, parts=parts(county, "0", "3", "3"), key="equal", by=office, at=NOW)
    active = Target.objects.active().filter(parent=whole)
    assert {one.organisation.short_name: one.value for one in active} == {"四明镇": 3, "县教育": 3}
    changed = active.get(organisation=county.org["四明镇"])
    assert [one.reason for one in changed.revisions.all()] == ["", "上级目标调整，重新分解"]


def test_what_was_handed_out_is_not_split_again(county: World, target: Make) -> None:
    """But may be revised one by one; the split then shows the difference."""
    whole, chair = target("new-unions", "6", "家"), county.post["chair"]
    split_target(target=whole, parts=parts(county, "4", "2", "0"), key="equal", by=chair, at=NOW)
    issue_orders(orders=draft_orders(year=2014, by=chair, at=NOW), by=chair, on=TODAY, at=NOW)
    with pytest.raises(Conflict, match="已随海工交〔2014〕1号下达，不能重新分解"):
        split_target(target=whole, parts=parts(county, "2", "4", "0"), key="equal", by=chair, at=NOW)
    part = Target.objects.get(parent=whole, organisation=county.org["合德镇"])
    revise_target(target=part, value=Decimal(5), reason="园区新增企业", by=chair, at=NOW)
    assert split_of(whole, TODAY).difference == -1


def test_only_the_county_splits(county: World, target: Make) -> None:
    """Nor can a part be divided again, nor handed to somebody outside."""
    whole = target("new-unions", "6", "家")
    with pytest.raises(Refused):
        split_target(target=whole, parts=parts(county, "4", "2", "0"), key="equal", by=county.post["hede"], at=NOW)
    kept = split_target(target=whole, parts=parts(county, "4", "2", "0"), key="equal", by=county.post["office"], at=NOW)
    with pytest.raises(Problem, match="请在全县目标上分解"):
        split_target(target=kept[0], parts=parts(county, "4", "0", "0"), key="equal", by=county.post["office"], at=NOW)
