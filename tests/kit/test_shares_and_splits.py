"""Shares are rounded once, and the parts of a split always sum to the whole."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.money import apportion, percent, point_change, round_half_up

KEYS = st.lists(st.integers(0, 10_000) | st.fractions(0, 100), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("top", "bottom", "shown"),
    [(513, 1000, "51.3%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 16, "6.3%"), (1, 2000, "0.1%"), (0, 5, "0.0%")],
)
def test_shares_show_one_decimal_half_up(top: int, bottom: int, shown: str) -> None:
    assert percent(top, bottom) == shown


def test_no_base_is_a_dash_and_over_a_hundred_stands() -> None:
    assert percent(0, 0) == percent(3, 0) == "—"
    assert percent(5, 4) == "125.0%"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ((504, 1000), (472, 1000), "上升3.2个百分点"),
        ((472, 1000), (504, 1000), "下降3.2个百分点"),
        ((1, 3), (333, 1000), "持平"),
        ((1, 2), (0, 0), "—"),
        ((0, 0), (1, 2), "—"),
    ],
)
def test_changes_are_named_in_points(now: tuple[int, int], before: tuple[int, int], words: str) -> None:
    assert point_change(now, before) == words


@given(st.fractions(-(10**6), 10**6))
def test_rounding_is_to_the_nearest_and_symmetric(exact: Fraction) -> None:
    assert abs(round_half_up(exact) - exact) <= Fraction(1, 2)
    assert round_half_up(-exact) == -round_half_up(exact)


def test_largest_remainders_are_served_first() -> None:
    assert apportion(10, [1, 1, 1]) == [4, 3, 3]
    assert apportion(100, [50, 30, 20]) == [50, 30, 20]
    assert apportion(7, [5, 3, 1]) == [4, 2, 1]


def test_equal_remainders_go_to_the_larger_key_then_to_the_first() -> None:
    assert apportion(2, [1, 3]) == [0, 2]
    assert apportion(1, [2, 2, 2]) == [1, 0, 0]
    assert apportion(3, [1, 1, 2, 2]) == [1, 0, 1, 1]


def test_a_zero_key_gets_nothing() -> None:
    assert apportion(5, [0, 1, 0]) == [0, 5, 0]
    assert apportion(0, [0, 1]) == [0, 0]


@pytest.mark.parametrize("keys", [[], [0, 0]])
def test_no_keys_at_all_are_refused(keys: list[int]) -> None:
    with pytest.raises(BadInput, match="全部为零"):
        apportion(5, keys)


@pytest.mark.parametrize(("total", "keys"), [(-1, [1]), (1, [-1, 3])])
def test_negative_numbers_are_refused(total: int, keys: list[int]) -> None:
    with pytest.raises(BadInput, match="负数"):
        apportion(total, keys)


@given(st.integers(0, 10**7), KEYS)
def test_parts_sum_and_stay_within_one_of_the_quota(total: int, keys: list[int | Fraction]) -> None:
    assume(any(keys))
    parts = apportion(total, keys)
    whole = sum(map(Fraction, keys))
    assert sum(parts) == total
    for part, key in zip(parts, keys, strict=True):
        assert abs(part - total * key / whole) < 1
        assert key or part == 0


@given(st.integers(0, 10**4), KEYS)
def test_a_larger_key_never_gets_less(total: int, keys: list[int | Fraction]) -> None:
    assume(any(keys))
    by_key = sorted(zip(keys, apportion(total, keys), strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(by_key) if low[0] < high[0])
