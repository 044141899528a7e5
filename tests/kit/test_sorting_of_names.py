"""Lists run by official stroke order or by the surname's reading, and say which school they follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.text import sort_pinyin, sort_stroke, stroke_key, strokes_of
from zhijia.kit.text.order import KEY_LENGTH


@pytest.mark.parametrize(
    ("sign", "sequence"),
    [("丁", "12"), ("王", "1121"), ("文", "4134"), ("林", "12341234"), ("欧", "13453534"), ("里", "2511211")],
)
def test_sequences_are_the_official_ones(sign: str, sequence: str) -> None:
    known = strokes_of(sign)
    assert known is not None
    assert known.sequence == sequence


@pytest.mark.parametrize(
    "names",
    [
        ["丁一", "王一", "文一"],
        ["林一", "欧一"],
        ["李一鸣", "李大鸣"],
        [
            "丁山",
            "马山",
            "王山",
            "方山",
            "石山",
            "朱山",
            "李山",
            "张山",
            "陈山",
            "林山",
            "周山",
            "赵山",
            "高山",
            "黄山",
        ],
        ["欧阳一", "欧阳大"],
        ["高富", "高大富"],
    ],
)
def test_names_run_by_strokes(names: list[str]) -> None:
    assert sorted(set(names), key=sort_stroke) == names


def test_the_two_schools_of_single_given_names() -> None:
    assert sort_stroke("高富", "surname") < sort_stroke("高大富", "surname")
    assert sort_stroke("高大富", "full-name") < sort_stroke("高富", "full-name")


def test_characters_without_strokes_come_last_in_a_fixed_order() -> None:
    names = ["龘一", "A一", "\ue001一", "\ue000一"]
    assert strokes_of("\ue000") is None
    assert sorted(names, key=sort_stroke) == ["龘一", "A一", "\ue000一", "\ue001一"]


def test_characters_of_one_sequence_keep_the_order_of_the_official_table() -> None:
    assert sorted("九入儿人匕几八乃", key=stroke_key) == list("八人入儿匕几九乃")


@pytest.mark.parametrize(
    "names",
    [
        ["单一", "石一", "孙一"],
        ["安康", "曾一", "查一", "翟一"],
        ["万一", "王一"],
        ["王芳", "王一", "汪一"],
    ],
)
def test_names_run_by_the_surnames_own_reading(names: list[str]) -> None:
    expected = {
        "安康": "an1",
        "曾一": "zeng1",
        "查一": "zha1",
        "翟一": "zhai2",
        "单一": "shan4",
        "石一": "shi2",
        "孙一": "sun1",
        "万一": "wan4",
        "王芳": "wang2",
        "王一": "wang2",
        "汪一": "wang1",
    }
    assert all(sort_pinyin(name).startswith(expected[name]) for name in names)
    by_reading = sorted(names, key=sort_pinyin)
    assert [expected[name] for name in by_reading] == sorted(expected[name] for name in names)


def test_equal_readings_run_by_strokes_and_keep_surnames_together() -> None:
    names = ["于一", "余一", "俞一", "于三", "余三"]
    by_reading = sorted(names, key=sort_pinyin)
    assert [name[0] for name in by_reading] == ["于", "于", "余", "余", "俞"]


@given(st.text(max_size=30))
def test_keys_are_plain_short_and_depend_on_nothing_else(name: str) -> None:
    for key in (sort_stroke(name), sort_stroke(name, "full-name")):
        assert key.isascii()
        assert len(key) <= KEY_LENGTH
    assert len(sort_pinyin(name)) <= KEY_LENGTH
    assert sort_pinyin(name) == sort_pinyin(name)
