"""Passports open for whoever may see the organisation, say how the number came about, and lead to its rows."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import TODAY, World
from zhijia.indicators.compile import sides_of
from zhijia.indicators.passport import passport_of
from zhijia.indicators.queries import indicator_of
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue

Enter = Callable[[World, str], Client]
WINDOW = Window.year_to(TODAY)


@pytest.mark.parametrize("key", sorted(catalogue().indicators))
def test_left_out_and_remained_add_up(county: World, key: str) -> None:
    """Rows looked at = rows left out by each condition + rows counted; a plain count remains equal to the figure."""
    card = passport_of(county.post["chair"], key, county.org["县总"], WINDOW)
    for side in card.sides:
        assert side.looked_at == sum(step.rows for step in side.left_out) + side.remained
    top = card.sides[0]
    measure = sides_of(indicator_of(key))["top"].measure
    if not measure.distinct and not measure.sum:
        assert top.remained == card.figure.top


def test_the_passport_says_what_was_not_counted(county: World, enter: Enter) -> None:
    """合德's founding rate: one of four workplaces has no union; its row is one click away."""
    client = enter(county, "hede")
    address = reverse("passport", args=["founding-rate", county.org["合德镇"].pk])
    page = client.get(address).content.decode()
    assert "75.0%" in page and "不符合“已建会”的不计" in page
    rows = re.search(r'href="(/register/organising.employer/\?[^"]*side=top[^"]*)"', page)
    assert rows is not None
    listed = client.get(rows[1].replace("&amp;", "&")).content.decode()
    assert "合德纺织有限公司" in listed and "合德镇新星电子" not in listed


def test_known_then_is_answered(county: World, enter: Enter) -> None:
    """Before anything was written down the figure was nothing."""
    client = enter(county, "chair")
    address = reverse("passport", args=["members", county.org["县总"].pk])
    then = client.get(address, {"as_of": "2014-06-30", "known_at": "2014-01-01T00:00:00+08:00"})
    assert "data-n=0>" in then.content.decode()


def test_strangers_and_nonsense_are_refused(county: World, enter: Enter) -> None:
    """The next town's chair gets nothing; a day that is no day gives a sentence."""
    address = reverse("passport", args=["members", county.org["合德镇"].pk])
    assert enter(county, "siming").get(address).status_code == 404
    client = enter(county, "hede")
    wrong = client.get(address, {"as_of": "30.6."})
    assert wrong.status_code == 400 and "30.6." in wrong.content.decode()
    assert client.get(address, {"as_of": "0001-01-01"}).status_code == 400
    assert client.get(reverse("passport", args=["no-such", county.org["合德镇"].pk])).status_code == 404


def test_all_definitions_can_be_read(county: World, enter: Enter) -> None:
    """The list shows every indicator, each definition page its terms in words."""
    client = enter(county, "clerk")
    listed = client.get(reverse("indicators")).content.decode()
    for key, item in catalogue().indicators.items():
        assert item.title in listed
        assert client.get(reverse("indicator", args=[key])).status_code == 200
    assert client.get(reverse("parameters")).status_code == 200
