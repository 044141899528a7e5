"""A subtree is one range of text, and sums climb the tree exactly once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.tree import ancestors, child_path, is_within, level, parent_of, prefix_range, roll_up

STEPS = st.text("0189AYZ", min_size=4, max_size=4)
PATHS = st.lists(STEPS, min_size=1, max_size=3).map(lambda steps: "".join(["0001", *steps]))


def test_levels_parents_and_ancestors() -> None:
    assert (level("0001"), level("000100020003")) == (1, 3)
    assert ancestors("000100020003") == ["0001", "00010002"]
    assert (ancestors("0001"), parent_of("0001"), parent_of("00010002")) == ([], "", "0001")


@pytest.mark.parametrize(
    ("parent", "number", "path"), [("", 1, "0001"), ("0001", 10, "0001000A"), ("0001", 36, "00010010")]
)
def test_branches_are_numbered(parent: str, number: int, path: str) -> None:
    assert child_path(parent, number) == path


@pytest.mark.parametrize("number", [0, -1, 36**4])
def test_impossible_branches_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no branch"):
        child_path("0001", number)


@pytest.mark.parametrize("path", ["", "001", "000a", "ZZZZ", "0001 "])
def test_what_is_no_path_has_no_range(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        prefix_range(path)


@given(PATHS, PATHS)
def test_the_range_holds_exactly_the_subtree(top: str, path: str) -> None:
    first, after = prefix_range(top)
    assert (first <= path < after) == path.startswith(top) == is_within(path, top)
    assert first <= top + "ZZZZ" < after


def test_sums_climb_to_every_level() -> None:
    paths = {"county": "0001", "east": "00010001", "a": "000100010001", "b": "000100010002", "west": "00010002"}
    assert roll_up(paths, {"a": (1, 2), "b": (0, 3), "west": (5, 5), "east": (1, 1)}) == {
        "county": (7, 11),
        "east": (2, 6),
        "a": (1, 2),
        "b": (0, 3),
        "west": (5, 5),
    }


def test_a_view_that_begins_lower_down_sums_to_its_own_top() -> None:
    paths = {"east": "00010001", "deep": "0001000100010001"}
    assert roll_up(paths, {"deep": (1, 1)}) == {"east": (1, 1), "deep": (1, 1)}


def test_a_value_without_a_path_is_an_error() -> None:
    with pytest.raises(KeyError):
        roll_up({"county": "0001"}, {"stranger": (1, 1)})


@given(st.dictionaries(PATHS, st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1))
def test_every_sum_equals_the_plain_sum_of_its_range(values: dict[str, tuple[int, int]]) -> None:
    paths = {path: path for path in [*values, "0001"]}
    for top, counts in roll_up(paths, values).items():
        below = [values[path] for path in values if is_within(path, top)]
        assert counts == (sum(top for top, _ in below), sum(bottom for _, bottom in below))
