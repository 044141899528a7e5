"""One sentence per state of progress, with the county's limits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.papers.wording import (
    House,
    balance_text,
    change_text,
    is_ranked,
    named_first,
    named_last,
    place_text,
    progress_of,
    standing_text,
)

SHARES = st.decimals("0", "1.5", places=3)
ORDER = ("not-started", "far-behind", "slow", "slightly-behind", "on-schedule", "ahead", "finished-early")


@pytest.mark.parametrize(
    ("done", "due", "text"),
    [
        ("1.2", "0.75", "提前完成全年目标任务"),
        ("1.2", "1", "超额完成全年目标任务"),
        ("1", "1", "完成全年目标任务"),
        ("0.8", "0.75", "超过序时进度"),
        ("0.75", "0.75", "达到序时进度"),
        ("0.7", "0.75", "略慢于序时进度"),
        ("0.675", "0.75", "略慢于序时进度"),
        ("0.6", "0.75", "未达序时进度，进度偏慢"),
        ("0.59", "0.75", "进度滞后，差距较大"),
        ("0", "0.75", "尚未启动"),
    ],
)
def test_each_state_has_its_sentence(house: House, done: str, due: str, text: str) -> None:
    assert progress_of(Decimal(done), Decimal(due), house).words.text == text


@given(SHARES, SHARES, st.decimals("0.01", "0.99", places=2))
def test_more_done_is_never_worded_worse(house: House, one: Decimal, other: Decimal, due: Decimal) -> None:
    low, high = sorted((one, other))
    assert ORDER.index(progress_of(low, due, house).state) <= ORDER.index(progress_of(high, due, house).state)


def test_lights_carry_shape_and_word(house: House) -> None:
    assert progress_of(Decimal("0.1"), Decimal("0.5"), house).light == "■ 滞后"


def test_change_of_place(house: House) -> None:
    assert change_text(9, 4, house) == "上升5位，进步明显"
    assert change_text(4, 3, house) == "上升1位"
    assert change_text(3, 5, house) == "下降2位"
    assert change_text(3, 3, house) == "持平"
    assert change_text(None, 3, house) == "—"


def test_shared_places_are_marked(house: House) -> None:
    assert place_text(3, tied=True, house=house) == "并列3"
    assert place_text(3, tied=False, house=house) == "3"


def test_thirds_of_a_group(house: House) -> None:
    assert [standing_text(place, 6, house) for place in (1, 2, 3, 4, 5)] == [
        "位居前列", "位居前列", "处于中游", "处于中游", "位次靠后",
    ]  # fmt: skip


def test_evenness(house: House) -> None:
    assert balance_text([Decimal("0.5"), Decimal("0.9")], Decimal("0.4"), house) == "发展不平衡"
    assert balance_text([Decimal("0.8"), Decimal("0.9")], Decimal("0.75"), house) == "整体推进较为均衡"
    assert balance_text([Decimal("0.7"), Decimal("0.9")], Decimal("0.75"), house) == ""


def test_tone_decides_who_is_named(house: House) -> None:
    units = tuple("甲乙丙丁戊")
    assert named_first(units, "gentle", house) == tuple("甲乙丙")
    assert named_last(units, "gentle", house) == ()
    assert named_last(units, "usual", house) == tuple("丁戊")


def test_small_groups_are_not_ranked(house: House) -> None:
    assert not is_ranked(3, house)
    assert is_ranked(4, house)
