"""Figures of the star sheet counted by hand on the small world, on the day before, the day, and the day after."""

import datetime as dt

import pytest

from tests.world import NOW, TODAY, World, record
from zhijia.indicators.queries import figure
from zhijia.registers.base.actions import correct_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window


def seen(world: World, key: str, short: str = "合德纺织", on: dt.date = TODAY) -> tuple[int, int | None]:
    """One figure of one union."""
    value = figure(key, world.org[short], Window.year_to(on))
    return value.top, value.bottom


@pytest.mark.parametrize(
    ("key", "top", "bottom"),
    [
        ("congresses-held", 1, None),
        ("congresses-complete", 1, None),
        ("proposals-closed", 4, 5),
        ("disclosure-quarters", 2, None),
        ("suggestions-per-hundred", 6, 40),
        ("suggestions-adopted", 2, 6),
        ("activities-held", 1, None),
        ("honours-won", 1, None),
        ("records-complete", 5, 7),
        ("hazards-removed", 0, 0),
        ("unions-replied", 1, None),
        ("wage-contracts", 1, 1),
        ("wage-contracts-fresh", 1, 1),
        ("safety-contracts", 1, 1),
        ("women-contracts", 0, 1),
        ("general-contracts", 0, 1),
        ("committees-standing", 1, None),
        ("assemblies-held", 0, None),
        ("chairs-trained", 1, None),
        ("overdue-terms", 1, None),
        ("terms-long-overdue", 0, None),
    ],
)
def test_counted_by_hand(county: World, key: str, top: int, bottom: int | None) -> None:
    """合德纺织: 40 employees, its term ran out on 1 April 2014; activities of the last twelve months begin on 11 July."""
    assert seen(county, key) == (top, bottom)


def test_a_term_is_long_overdue_after_its_days(county: World) -> None:
    """Due on 1 April 2014: 180 days later is 28 September, a year later 1 April 2015."""
    assert seen(county, "terms-long-overdue", on=dt.date(2014, 9, 28)) == (0, None)
    assert seen(county, "terms-long-overdue", on=dt.date(2014, 9, 29)) == (1, None)
    assert seen(county, "terms-year-overdue", on=dt.date(2015, 4, 1)) == (0, None)
    assert seen(county, "terms-year-overdue", on=dt.date(2015, 4, 2)) == (1, None)


def test_a_veto_bars_to_its_last_day(county: World) -> None:
    """Both ends included, and only the union it was found of."""
    days = [dt.date(2014, 4, 1), dt.date(2014, 4, 2), dt.date(2015, 4, 1), dt.date(2015, 4, 2)]
    assert [seen(county, "veto-v3", "四明化工", day)[0] for day in days] == [0, 1, 1, 0]
    assert seen(county, "veto-v3")[0] == seen(county, "veto-v1", "四明化工")[0] == 0


def test_a_contract_counts_as_filed_from_its_day(county: World) -> None:
    """A general contract, in force since May, filed in June."""
    held = record("relations.contract", employer=county.employer["合德纺织"], kind="COMP", signed_on=dt.date(2014, 5, 1),
                  effective_on=dt.date(2014, 5, 1), ends_on=dt.date(2015, 4, 30), since=dt.date(2014, 5, 1))  # fmt: skip
    assert (seen(county, "general-contracts"), seen(county, "general-contracts-filed")) == ((1, 1), (0, 1))
    filed = {"filed_on": dt.date(2014, 6, 9)}
    correct_fact(register_of("relations.contract"), row=held, values=filed, by=None, at=NOW)
    assert seen(county, "general-contracts-filed") == (1, 1)
    assert seen(county, "general-contracts-filed", on=dt.date(2014, 6, 8)) == (0, 1)


def test_more_done_than_due_is_refused(county: World) -> None:
    """Said in the words of the form."""
    fault = register_of("organising.work").check
    row = register_of("organising.work").model(kind="PROPOSAL", due=3, done=4, done_on=TODAY)
    assert [str(one) for one in fault(row)] == ["实办数4多于应办数3，请核对。"]
    row.kind = "CONTEST"
    assert list(fault(row)) == []
