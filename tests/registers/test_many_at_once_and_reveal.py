"""Setting a safe column for many rows, and opening a masked number: scope, preview, journal."""

import pytest

from tests.world import NOW, World
from zhijia.journal.queries import history_of
from zhijia.kit.problem import Problem, Refused
from zhijia.registers.base.batch_edit import preview_of, set_many
from zhijia.registers.base.register import register_of
from zhijia.registers.base.reveal import reveal_value

MEMBERS = register_of("organising.member")


def test_a_preview_tells_what_would_change_and_changes_nothing(county: World) -> None:
    """Rows that are so already are counted apart."""
    numbers = [member.pk for member in county.members[:3]]
    preview = preview_of(MEMBERS, post=county.post["clerk"], numbers=numbers, name="is_migrant", value="1")
    assert (len(preview.differing), preview.same, preview.words) == (2, 1, "是")
    county.members[0].refresh_from_db()
    assert county.members[0].is_migrant is False


def test_each_row_set_leaves_its_own_history(county: World) -> None:
    """One line each, and only where something changed."""
    numbers = [member.pk for member in county.members[:3]]
    assert set_many(MEMBERS, numbers=numbers, name="is_migrant", value="1", by=county.post["clerk"], at=NOW) == 2
    lines = history_of("organising.member", numbers[0])
    assert lines[0].detail["changes"] == "农民工 否→是"


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [("name", "王芳", "不能批量修改"), ("is_migrant", "maybe", "没有“maybe”"), ("employ_form", "77", "没有“77”")],
)
def test_unsafe_columns_and_unknown_values_are_refused(county: World, name: str, value: str, word: str) -> None:
    """Names and numbers are never set for many."""
    with pytest.raises(Problem, match=word):
        set_many(MEMBERS, numbers=[county.members[0].pk], name=name, value=value, by=county.post["clerk"], at=NOW)


def test_one_row_outside_stops_all(county: World) -> None:
    """Nothing is written."""
    numbers = [county.members[0].pk, county.members[-1].pk]
    with pytest.raises(Problem, match="管理范围"):
        set_many(MEMBERS, numbers=numbers, name="is_migrant", value="1", by=county.post["clerk"], at=NOW)
    county.members[0].refresh_from_db()
    assert county.members[0].is_migrant is False


def test_a_number_is_opened_for_a_purpose_and_journalled(county: World) -> None:
    """With field and purpose, without the number."""
    member = county.members[0]
    given = {"row": member, "column": MEMBERS.column("masked_id"), "by": county.post["clerk"], "at": NOW}
    with pytest.raises(Problem, match="用途"):
        reveal_value(MEMBERS, purpose=" ", **given)
    assert reveal_value(MEMBERS, purpose="办理互助保障", **given) == member.id_number
    line = history_of("organising.member", member.pk)[0]
    assert line.kind == "fact.revealed"
    assert "办理互助保障" in str(line.detail)
    assert member.id_number not in str(line.detail)


def test_without_the_right_no_number_is_opened(county: World) -> None:
    """A committee sees masks only."""
    with pytest.raises(Refused):
        reveal_value(
            MEMBERS, row=county.members[0], column=MEMBERS.column("masked_id"), purpose="x", by=county.post["hede"], at=NOW
        )  # fmt: skip
