"""What may be read on the unit's own board, and what on the open web: a table a clerk can check, and what must never be there."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zhijia.cases.rules.masks import band, masked, unit_words

CASES = yaml.safe_load((Path(__file__).parent / "masks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}-{case['value']}")
def test_the_table(case: dict[str, str]) -> None:
    """Kind, value, board, web."""
    assert (masked(case["kind"], case["value"], "board"), masked(case["kind"], case["value"], "web")) == (
        case["board"], case["web"],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["id", "phone", "address", "account", "income", "disability", "photo"])
def test_what_is_never_published_has_no_kind(kind: str) -> None:
    """Nothing could publish it."""
    with pytest.raises(KeyError):
        masked(kind, "x", "board")


def test_a_small_unit_is_named_by_its_town_on_the_web() -> None:
    """Twenty is not small, nineteen is."""
    assert unit_words("新星电子", "合德镇", 19, 20, "web") == "合德镇"
    assert (
        unit_words("新星电子", "合德镇", 20, 20, "web")
        == unit_words("新星电子", "合德镇", 5, 20, "board")
        == "新星电子"
    )


@given(st.decimals(1, 99999, places=2))
def test_an_amount_lies_in_its_band(amount: Decimal) -> None:
    """From the lower end to below the upper one."""
    low, high = (Decimal(end) for end in band(amount).removesuffix("元").split("—"))
    assert low <= amount < high
