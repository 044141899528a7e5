"""What would flip a decision: only what may be completed, and never more than is needed."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.schemes.conditions.trees import BOOK, cases, trees
from zhijia.schemes.conditions import Condition
from zhijia.schemes.conditions.changes import Change, changed, open_changes, smallest_changes
from zhijia.schemes.conditions.judging import holds
from zhijia.schemes.conditions.reading import Known

CASES = cases(60, seed=5)


def found(written: object, case: Known) -> list[set[str]]:
    """Labels of what is suggested."""
    condition = Condition.model_validate(written)
    return [
        {one.fact.label for one in some}
        for some in smallest_changes(case, BOOK, lambda known: holds(condition, known, BOOK))
    ]


def test_a_paper_and_a_registration() -> None:
    """Both are needed, so both are named."""
    written = {"all": [{"holds": "card"}, {"holds": "letter"}]}
    assert found(written, {"card": False}) == [{"录取通知书", "持有特困职工证"}]
    assert found(written, {"card": True}) == [{"录取通知书"}]


def test_either_of_two_ways() -> None:
    """Every smallest way is named."""
    assert found({"any": [{"holds": "card"}, {"holds": "letter"}]}, {}) == [{"持有特困职工证"}, {"录取通知书"}]


def test_nobody_is_told_to_earn_less_or_to_hide_a_car() -> None:
    """Income and the car cannot be completed."""
    case: Known = {"income": Decimal(90000), "income-proof": True, "car": True}
    assert found({"field": "income", "lt": 800}, case) == []
    assert found({"not": {"holds": "car"}}, case) == []


def test_an_income_already_stated_counts_once_it_is_proved() -> None:
    """The paper flips it, the income stays what it is."""
    assert found({"field": "income", "lt": 800}, {"income": Decimal(700)}) == [{"收入证明"}]
    assert found({"field": "income", "lt": 800}, {"income": Decimal(900)}) == []


def test_what_holds_needs_no_change() -> None:
    """Nothing is suggested."""
    assert found({"holds": "letter"}, {"letter": True}) == []


@settings(max_examples=150, deadline=None)
@given(condition=trees(), case=st.sampled_from(CASES))
def test_the_suggested_change_flips_and_no_smaller_one_does(condition: Condition, case: Known) -> None:
    """Against every set of changes of every smaller size, tried anew."""

    def decide(known: Known) -> bool | None:
        return holds(condition, known, BOOK)

    suggested = smallest_changes(case, BOOK, decide)
    size = len(suggested[0]) if suggested else 3
    assert all(decide(changed(case, some)) is True for some in suggested)
    assert all(len(some) == size for some in suggested)
    smaller: list[tuple[Change, ...]] = [
        some for count in range(size) for some in combinations(open_changes(case, BOOK), count)
    ]
    if decide(case) is not True:
        assert [some for some in smaller if decide(changed(case, some)) is True] == []
