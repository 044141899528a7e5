"""Credit codes, names of persons and telephone numbers as rosters carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.identity import (
    is_credit_code,
    is_phone,
    make_credit_code,
    make_phone,
    mask_name,
    mask_phone,
    normalise_credit_code,
    normalise_person_name,
    normalise_phone,
    read_person_name,
)
from zhijia.kit.identity.credit_code import ALPHABET

CODES = ["91350100M000100Y43", "81320924MC0000012N", "91320924MA0000015T"]


@pytest.mark.parametrize("code", CODES)
def test_known_codes_fit(code: str) -> None:
    assert is_credit_code(code)
    assert make_credit_code(code[0], code[1], code[2:8], code[8:16]) == code


@pytest.mark.parametrize("code", CODES)
@given(place=st.integers(0, 17), sign=st.sampled_from(ALPHABET))
def test_one_changed_sign_fails(code: str, place: int, sign: str) -> None:
    changed = code[:place] + sign + code[place + 1 :]
    assert is_credit_code(changed) == (changed == code)


@pytest.mark.parametrize("code", ["", CODES[0][:-1], CODES[0].replace("Y", "I"), "9135010OM000100Y43"])
def test_wrong_forms_fail(code: str) -> None:
    assert not is_credit_code(code)


def test_codes_are_cleaned_before_the_check() -> None:
    assert normalise_credit_code(" 91350100－m000100y4３ ") == CODES[0]


def test_no_code_is_made_of_wrong_parts() -> None:
    with pytest.raises(BadInput, match="主体码8位"):
        make_credit_code("8", "1", "320924", "MCO00001")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("王 芳", "王芳"),
        ("　欧阳　询\u200b ", "欧阳询"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "阿依古丽·买买提"),
        ("阿依古丽.买买提", "阿依古丽·买买提"),
        ("阿依古丽 ‧ 买买提", "阿依古丽·买买提"),
        ("䶮", "䶮"),
        ("𠅤", "𠅤"),
        ("\ue863", "\ue863"),
        ("凞", "凞"),
        ("Ｍａｒｙ", "Mary"),
        ("J.Smith", "J.Smith"),
        ("'王芳", "王芳"),
    ],
)
def test_names_are_cleaned_and_rare_signs_kept(cell: str, name: str) -> None:
    assert normalise_person_name(cell) == name
    assert read_person_name(cell) == (name, None)


@pytest.mark.parametrize("cell", [None, "", " ", "无", "—", "/"])
def test_no_name_is_missing(cell: object) -> None:
    assert read_person_name(cell).reason == "missing_name"


@pytest.mark.parametrize("cell", ["=1+1", "+王芳", "-王芳", "@王芳", "＝王芳", " =王芳", "'=王芳", "\u200b@王芳"])
def test_names_that_start_a_formula_are_refused(cell: str) -> None:
    assert read_person_name(cell).reason == "bad_name"


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("100-0000-0001", "10000000001"),
        ("１０００００００００１", "10000000001"),
        (10000000001.0, "10000000001"),
        ("+86 100 0000 0001", "10000000001"),
        ("8610000000001", "10000000001"),
        ("10000000001/10000000002", "10000000001"),
        ("10000000001、10000000002", "10000000001"),
        ("10000000001 10000000002", "10000000001"),
        ("0515-82300000", "0515-82300000"),
        ("(0515)82300000", "051582300000"),
        ("无", ""),
        (None, ""),
    ],
)
def test_phones_lose_dashes_and_second_numbers(cell: object, phone: str) -> None:
    assert normalise_phone(cell) == phone
    assert is_phone(phone) == bool(phone)


def test_made_phones_are_valid_in_form_and_reach_nobody() -> None:
    assert make_phone(7) == "10000000007"
    assert is_phone(make_phone(99_999_999))
    with pytest.raises(BadInput, match="序号"):
        make_phone(100_000_000)


def test_masks_keep_enough_to_recognise() -> None:
    assert mask_phone("13800000001") == "138****0001"
    assert mask_phone("0515-82300000") == "***********00"
    assert [mask_name(name) for name in ("王", "王芳", "李一鸣", "欧阳小明")] == ["王", "王*", "李*鸣", "欧**明"]
