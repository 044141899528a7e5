"""Officers find a unit or person by any usual way of typing the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.text import fold, normalise_query, readings_of, search_key, spell, unit_core


def finds(query: str, key: str) -> bool:
    return normalise_query(query) in key


@pytest.mark.parametrize(
    "query",
    ["syxzgh", "SYXZGH", "sheyang", "射阳", "射 阳 县", "射陽縣總工會", "ｓｙｘ", "zgh", "sheyangxianzonggonghui"],
)
def test_the_county_union_is_found(query: str) -> None:
    assert finds(query, search_key("射阳县总工会"))


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("单小明", ["d", "s", "shan", "dan", "sxm", "dxm", "单小", "shanxiaoming"]),
        ("曾强", ["zeng", "ceng", "zq", "cq"]),
        ("查良", ["zha", "cha", "zl", "cl"]),
        ("万俟雄", ["moqixiong", "mqx", "wan"]),
        ("尉迟敬", ["yuchi", "ycj", "wei"]),
        ("吕氏", ["lv", "lü"]),
        ("阿依古丽·买买提", ["阿依古丽买买提", "买买提", "阿依古丽•买"]),
    ],
)
def test_every_reading_of_the_surname_finds(name: str, queries: list[str]) -> None:
    key = search_key(name, person=True)
    assert [query for query in queries if not finds(query, key)] == []


def test_other_names_and_a_known_reading_find_too() -> None:
    key = search_key("射阳港经济区工会", aliases=["港区工会", ""], reading="She4 Yang2 Gang3")
    assert finds("gqgh", key)
    assert finds("港区", key)
    assert finds("sheyanggang", key)


def test_what_is_not_there_is_not_found() -> None:
    assert not finds("hanshou", search_key("射阳县总工会"))
    assert search_key("  ") == ""


@pytest.mark.parametrize(
    ("typed", "same"),
    [("二○一四", "二〇一四"), ("二零一四", "二〇一四"), ("ＡＢＣ 公司", "abc公司"), ("臺\u200b阳", "台阳")],
)
def test_variants_fold_together(typed: str, same: str) -> None:
    assert fold(typed) == fold(same)


TYPED = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E)
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
    | st.characters(min_codepoint=0xFF01, max_codepoint=0xFF5E)
    | st.sampled_from("·•○零〇　ÜüÀ\u200b（）"),
    max_size=20,
)


@given(TYPED)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1, max_size=12), st.booleans())
def test_any_name_is_found_by_itself(name: str, person: bool) -> None:
    assert finds(name, search_key(name, person=person))
    assert len(spell(name, person=person)) == len(name)


def test_units_are_read_as_phrases_and_persons_as_persons() -> None:
    assert spell("重庆路", person=False)[0] == "chong2"
    assert spell("单位", person=False)[0] == "dan1"
    assert spell("单位")[0] == "shan4"
    assert readings_of("单")[0] == "shan4"
    assert readings_of("A") == ()


def test_units_are_compared_by_what_is_their_own() -> None:
    core = unit_core("射阳县海通纺织有限公司工会委员会", county="射阳县")
    assert core == unit_core("海通纺织有限责任公司（停产）") == "海通纺织"
    assert unit_core("工会") == "工会"
