"""ORG-01..15 and FND-01..12: a worked example each, counted by hand, opened to the rows it counted."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db.models import Sum

from tests.indicators.enriched import enrich
from tests.world import TODAY, World
from zhijia.indicators.compile import sides_of
from zhijia.indicators.passport import passport_of
from zhijia.indicators.queries import figure, figures, indicator_of, rows_behind
from zhijia.indicators.rules import Figure, added
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.web.components.figure import figure_text

EXAMPLES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text())
WANTED = {f"ORG-{number:02}" for number in range(1, 16)} | {f"FND-{number:02}" for number in range(1, 13)}


def every() -> Iterator[tuple[str, dict[str, Any]]]:
    for code, examples in EXAMPLES.items():
        yield from ((code, example) for example in examples)


def test_all_of_them_are_there() -> None:
    """Every number of the handbook has an example, and every indicator with such a number stands in one."""
    coded = {key: each.code for key, each in catalogue().indicators.items() if each.code[:4] in ("ORG-", "FND-")}
    assert {code[:6] for code in EXAMPLES} == WANTED
    assert {example["key"]: code for code, example in every()} == coded


def test_worked_by_hand_and_opened_to_the_rows(county: World) -> None:
    enrich(county)
    for code, example in every():
        window = Window.year_to(example.get("day", TODAY))
        place = county.org[example["place"]]
        value = figure(example["key"], place, window)
        assert (value.top, value.bottom) == (example["top"], example.get("bottom")), (code, example)
        for name, side in sides_of(indicator_of(example["key"])).items():
            _, rows = rows_behind(example["key"], name, place, window)
            counted = rows.aggregate(n=Sum(side.measure.sum))["n"] or 0 if side.measure.sum else rows.count()
            assert counted == (value.rows if name == "top" else value.bottom), (code, name)


def test_the_month_is_told_by_kinds_of_movement(county: World) -> None:
    """June: one came over, one let go, one retained; May: the three of the union founded then."""
    enrich(county)
    told = {"month-in": 1, "month-out": 1, "month-retained": 1, "month-joined": 0, "month-left": 0, "month-deceased": 0}
    for key, number in told.items():
        assert figure(key, county.org["县总"], Window.year_to(dt.date(2014, 6, 30))).top == number, key
    assert figure("month-joined", county.org["四明镇"], Window.year_to(dt.date(2014, 5, 31))).top == 3


def test_a_median_is_taken_over_the_rows_and_never_over_medians(county: World) -> None:
    """The county's middle is that of all foundings; a group of units likewise; none is a dash, not a nought."""
    enrich(county)
    window, towns = Window.year_to(TODAY), [county.org[short] for short in ("合德镇", "四明镇", "县教育")]
    found = figures(["founding-days"], [window], towns, county.org["县总"])
    parts = [found["founding-days", town.pk, window] for town in towns]
    assert [(part.top, part.spread) for part in parts] == [(45, (45,)), (49, (49,)), (0, ())]
    whole = added(parts, county.org["县总"].pk, "镇区组")
    assert (whole.top, whole.spread, whole.value, figure_text(whole)) == (47, (45, 49), Fraction(47), "47")
    assert (parts[2].value, figure_text(parts[2]), parts[2].is_rate) == (None, "—", False)
    card = passport_of(county.post["chair"], "founding-days", county.org["县总"], window)
    assert card.figure.top == 47 and [side.remained for side in card.sides] == [2]


@pytest.mark.parametrize(("spread", "top"), [((1, 2), 2), ((1, 2, 9), 2), ((7,), 7), ((1, 1, 2, 8), 2)])
def test_half_a_day_counts_as_one(spread: tuple[int, ...], top: int) -> None:
    empty = Figure("founding-days", 1, Window.year_to(TODAY), 0, 0, "天", spread=())
    parts = [empty._replace(spread=(value,)) for value in reversed(spread)]
    assert added(parts, 1, "").top == top
