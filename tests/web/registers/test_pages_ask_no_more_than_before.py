"""Queries of each register's pages are a reviewed number, and do not grow with the rows."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from tests.web.query_counts import asked, held
from tests.world import World, add_member
from zhijia.registers.base.register import register_of, registers

Enter = Callable[[World, str], Client]
KEYS = [register.key for register in registers()]
MEMBERS = "/register/organising.member/"


@pytest.mark.parametrize("key", KEYS)
def test_each_page_asks_as_often_as_its_baseline_says(county: World, enter: Enter, key: str) -> None:
    """List, filtered list, record, what hangs on it, correction form; as the committee's chair."""
    client, base = enter(county, "hede"), f"/register/{key}/"
    rows = register_of(key).model._default_manager.all().within(county.org["合德镇"].path)  # type: ignore[attr-defined]
    number = rows.living().first().pk
    pages = {
        "list": base,
        "filtered list": f"{base}?q=hd&org=320924400001",
        "record": f"{base}{number}/",
        "record, counted": f"{base}{number}/counted/",
        "correct": f"{base}{number}/correct/",
        "print": f"{base}print/",
    }
    register, place = register_of(key), county.org["合德镇"]
    if not (register.typed and county.post["hede"].may(f"{register.area}.edit", place).allowed):
        del pages["correct"]
    for page, url in pages.items():
        held(client, f"{key} {page}", url)


def test_the_list_does_not_ask_once_per_row(county: World, enter: Enter) -> None:
    """Three rows or thirteen cost the same."""
    client = enter(county, "clerk")
    few = asked(client, MEMBERS)
    for seq in range(70, 80):
        add_member(county, "合德纺织", seq, joined=dt.date(2014, 6, 1))
    assert asked(client, MEMBERS) == few


def test_pages_are_light(county: World, enter: Enter) -> None:
    """Under 100 KB with a full page of rows, before compression."""
    for seq in range(100, 130):
        add_member(county, "合德纺织", seq, joined=dt.date(2014, 6, 1))
    for key in KEYS:
        assert len(enter(county, "organiser").get(f"/register/{key}/").content) < 100_000
