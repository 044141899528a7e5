"""Identity numbers are cleaned, judged with one exact reason, and never repaired by guessing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.identity import (
    IdReason,
    Sex,
    birth_date_of,
    check_digit,
    division_of,
    is_id_number,
    make_id,
    mask_id,
    read_id,
    sex_of,
)

GOOD = "320924199001010012"


def test_known_numbers() -> None:
    assert is_id_number("11010519491231002X")
    assert make_id("320924", date(1990, 1, 1), 0, "male") == GOOD
    assert (birth_date_of(GOOD), sex_of(GOOD), division_of(GOOD)) == (date(1990, 1, 1), Sex.MALE, "320924")
    assert check_digit("11010519491231002") == "X"


@pytest.mark.parametrize(
    "cell",
    [
        f" {GOOD}\t",
        "3209 2419 9001 010012",
        "３２０９２４１９９００１０１００１２",
        f"'{GOOD}",
        f"\u2019{GOOD}",
        f'="{GOOD}"',
        f"＝＂{GOOD}＂",
        f"\ufeff{GOOD}\u200b",
        "\u3000".join(GOOD),
    ],
)
def test_dirt_comes_off(cell: str) -> None:
    assert read_id(cell) == (GOOD, None, False)


@pytest.mark.parametrize("cell", ["11010519491231002x", "11010519491231002ｘ", "'11010519491231002X"])
def test_the_x_is_upper_case(cell: str) -> None:
    assert read_id(cell).number == "11010519491231002X"


@pytest.mark.parametrize("cell", ["320924900101001", 320924900101001, 320924900101001.0])
def test_fifteen_digits_become_eighteen_and_say_so(cell: object) -> None:
    assert read_id(cell) == (GOOD, None, True)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (None, "missing_id"),
        ("", "missing_id"),
        ("　", "missing_id"),
        ("无", "missing_id"),
        ("—", "missing_id"),
        ("／", "missing_id"),
        (GOOD[:-1], "bad_id_format"),
        (GOOD + "0", "bad_id_format"),
        ("320924********0012", "bad_id_format"),
        ("32092419900101001Y", "bad_id_format"),
        ("X20924199001010012", "bad_id_format"),
        ("٣٢٠٩٢٤١٩٩٠٠١٠١٠٠١٢", "bad_id_format"),
        ("32092490010100X", "bad_id_format"),
        (3209, "bad_id_format"),
        (True, "bad_id_format"),
        (date(1990, 1, 1), "bad_id_format"),
        ("320924199001010013", "bad_id_checksum"),
        ("320924199002300010", "bad_id_checksum"),
        ("320924" + "19900230001" + check_digit("320924" + "19900230001"), "bad_id_birthdate"),
        ("320924" + "18900101001" + check_digit("320924" + "18900101001"), "bad_id_birthdate"),
        ("320924900230001", "bad_id_birthdate"),
        (320924199001010012, "id_precision_lost"),
        (3.20924199001010e17, "id_precision_lost"),
        (1e15, "id_precision_lost"),
        ("3.20924E+17", "id_precision_lost"),
        ("3.20924e17", "id_precision_lost"),
    ],
)
def test_each_refusal_has_its_reason(cell: object, reason: str) -> None:
    assert read_id(cell).reason == IdReason(reason)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 499), st.sampled_from(list(Sex)))
def test_made_numbers_read_back(born: date, seq: int, sex: Sex) -> None:
    reading = read_id(make_id("320924", born, seq, sex))
    assert (reading.reason, reading.birth_date, reading.sex) == (None, born, sex)


@given(st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_sign_never_passes(place: int, sign: str) -> None:
    changed = GOOD[:place] + sign + GOOD[place + 1 :]
    assert is_id_number(changed) == (changed == GOOD)


@given(st.text() | st.floats() | st.integers())
def test_any_cell_gets_an_answer(cell: object) -> None:
    reading = read_id(cell)
    assert reading.reason is not None or is_id_number(reading.number)


@pytest.mark.parametrize(("division", "seq"), [("32092", 0), ("32092x", 0), ("320924", 500), ("320924", -1)])
def test_impossible_parts_are_refused(division: str, seq: int) -> None:
    with pytest.raises(BadInput, match="0至499"):
        make_id(division, date(1990, 1, 1), seq, Sex.FEMALE)


def test_a_number_without_a_birth_date_gives_none() -> None:
    with pytest.raises(ValueError, match="no birth date"):
        birth_date_of("320924199013010012")


def test_the_mask_hides_the_birth_date() -> None:
    assert mask_id(GOOD) == "320***********0012"
    assert mask_id("123") == "***"
