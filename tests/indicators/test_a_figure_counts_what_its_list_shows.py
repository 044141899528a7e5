"""Every indicator, at every organisation: the figure is the number of rows (or the sum over them) behind it."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from tests.world import TODAY, World
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figure, figures, indicator_of, rows_behind
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

WINDOW = Window.year_to(TODAY)


def test_rows_behind_a_figure_are_as_many_as_it_says(county: World) -> None:
    """For all indicators, sides and organisations at once."""
    found = figures(catalogue().indicators, [WINDOW], county.org.values(), county.org["县总"])
    checked = 0
    for (key, organisation, _), value in found.items():
        node = Organisation.objects.get(pk=organisation)
        for name, side in sides_of(indicator_of(key)).items():
            _, rows = rows_behind(key, name, node, WINDOW)
            counted = rows.aggregate(n=Sum(side.measure.sum))["n"] or 0 if side.measure.sum else rows.count()
            assert counted == (value.rows if name == "top" else value.bottom), (key, name, str(node))
            checked += 1
    assert checked > 300


@pytest.mark.parametrize(
    ("key", "organisation", "top", "bottom"),
    [
        ("grassroots-unions", "县总", 6, None),
        ("members", "合德镇", 9, None),
        ("new-unions", "合德镇", 1, None),
        ("new-unions", "县总", 2, None),
        ("founding-rate", "合德镇", 3, 4),
        ("wage-bargaining-rate", "合德镇", 1, 3),
        ("wage-bargaining-rate", "县总", 2, 5),
        ("unfounded-large", "县总", 1, None),
        ("membership-rate", "合德纺织", 3, 40),
        # Two of the six unions were founded this year with three members each; nobody has left.
        ("net-increase", "县总", 6, None),
        ("year-joined", "县总", 6, None),
        ("year-in", "县总", 0, None),
        ("month-joined", "县总", 0, None),
        # 合德纺织 alone has a chair who was checked, confirmed and trained in the first year; no grade is on record.
        ("chair-compliance-rate", "县总", 1, 6),
        ("chair-training-rate", "合德镇", 1, 3),
        ("chair-grade-rate", "县总", 0, 6),
    ],
)
def test_worked_examples(county: World, key: str, organisation: str, top: int, bottom: int | None) -> None:
    """Counted by hand from world.py."""
    value = figure(key, county.org[organisation], WINDOW)
    assert (value.top, value.bottom) == (top, bottom)


def test_queries_do_not_grow_with_the_tree(county: World) -> None:
    """All indicators of one organisation cost as many queries as those of ten."""
    counts = []
    for nodes in ([county.org["合德纺织"]], list(county.org.values())):
        with CaptureQueriesContext(connection) as asked:
            figures(catalogue().indicators, [WINDOW], nodes, county.org["县总"])
        counts.append(len(asked))
    # One for the tree, one for each register counted and for each condition that stands apart.
    assert counts[0] == counts[1] <= 23


def test_a_contract_counts_to_its_last_day(county: World) -> None:
    """In force on 31 August, gone on 1 September."""
    hede = county.org["合德镇"]
    assert figure("wage-bargaining-rate", hede, Window.year_to(dt.date(2014, 8, 31))).top == 1
    assert figure("wage-bargaining-rate", hede, Window.year_to(dt.date(2014, 9, 1))).top == 0
