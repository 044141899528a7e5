"""A founding counts at the reply; whether it was standardised, whole and lasting are figures of their own."""

import datetime as dt
from typing import Any

import pytest

from tests.world import LONG_AGO, NOW, TODAY, World, record
from zhijia.indicators.queries import figure
from zhijia.registers.base.actions import change_fact, correct_fact
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window

WINDOW = Window.year_to(TODAY)


def note(world: World, union: str, **marks: Any) -> None:
    """Write marks of the founding into a union's row."""
    correct_fact(register_of("organising.union"), row=world.union[union], values=marks, by=None, at=NOW)


def counted(world: World, key: str, window: Window = WINDOW) -> tuple[int, int | None]:
    """Numerator and denominator for the county."""
    value = figure(key, world.org["县总"], window)
    return value.top, value.bottom


def test_standardised_is_counted_apart_from_founding(county: World) -> None:
    """Two were founded this year; one passed the inspection on 1 July, so on 30 June none had."""
    note(county, "合德机械", standardised_on=dt.date(2014, 7, 1))
    assert counted(county, "new-unions") == (2, None)
    assert counted(county, "standardised-share") == (1, 2)
    assert counted(county, "standardised-share", Window.year_to(dt.date(2014, 6, 30))) == (0, 2)


@pytest.mark.parametrize(("day", "together"), [(dt.date(2014, 6, 16), 1), (dt.date(2014, 6, 17), 0)])
def test_six_bodies_stand_together_within_ninety_days(county: World, day: dt.date, together: int) -> None:
    """Founded on 18 March: the ninetieth day is 16 June. It keeps no accounts and has few women: four of six are asked."""
    for body, on in (
        ("UC", dt.date(2014, 3, 18)),
        ("SC", dt.date(2014, 4, 1)),
        ("LM", dt.date(2014, 4, 1)),
        ("SP", day),
    ):
        record("organising.body", union=county.union["合德机械"], body=body, established_on=on, since=on)
    assert counted(county, "six-bodies-together") == (together, 2)


def test_an_industry_federation_is_no_grassroots_union(county: World) -> None:
    """It has a figure of its own and leaves the number of new unions alone."""
    record("organising.union", organisation=county.org["合德镇"], name="合德镇纺织行业工会联合会", code="320924310001",
           kind="31", unit_kind="J", since=dt.date(2014, 4, 8), founded_on=dt.date(2014, 4, 8), reply_no="x")  # fmt: skip
    assert counted(county, "new-industry-unions") == (1, None)
    assert counted(county, "new-unions") == (2, None)


def test_a_founding_struck_off_within_a_year_no_longer_counts(county: World) -> None:
    """Closed within the year: off the number, and in the rate of those struck off. A union of 2011 is in neither."""
    for union in ("合德机械", "四明木业"):
        row = county.union[union]
        change_fact(register_of("organising.union"), row=row, values={"state": "CLOSED"}, on=TODAY, by=None, at=NOW)
    assert counted(county, "new-unions") == (1, None)
    assert counted(county, "struck-off-rate") == (1, 2)
    assert county.union["四明木业"].founded_on > LONG_AGO
