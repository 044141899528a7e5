"""Without a mouse: past the menu to the page, into the side panel and back, to the search of a list, through the matrix."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE
from tests.world import World

pytestmark = pytest.mark.browser
PLACE = "() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName"


def place(page: Page) -> str:
    """Where the keyboard is."""
    return page.evaluate(PLACE)


def test_the_first_tab_offers_to_skip_the_menu(county: World, page_for: Desks) -> None:
    """Enter on it, and the next Tab is inside the page itself."""
    page = page_for("chair")
    page.goto("/register/organising.union/")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="跳到正文")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert place(page) == "page"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.getElementById('page').contains(document.activeElement)")


def test_tab_alone_comes_through_the_menu_to_the_page(county: World, page_for: Desks) -> None:
    """In the order of the screen: brand, menu, top bar, page; nothing on the way has no outline."""
    page = page_for("chair")
    page.goto("/register/organising.union/")
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        where = page.evaluate("""() => {
            const at = document.activeElement, area = at.closest("aside, header, #page, .skip");
            return [area ? area.id || area.tagName.toLowerCase() : "?", getComputedStyle(at).outlineStyle];
        }""")
        assert where[1] != "none", f"no outline at {place(page)}"
        if not seen or seen[-1] != where[0]:
            seen.append(where[0])
        if where[0] == "page":
            break
    assert seen == ["a", "aside", "header", "page"]


def test_a_passport_opens_and_closes_beside_the_page(county: World, page_for: Desks) -> None:
    """Enter opens the panel and takes the keyboard in, Escape closes it and gives the keyboard back to the number."""
    page = page_for("chair")
    page.goto("/indicators/")
    number = page.locator("a[data-figure]").first
    number.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.get_by_text("计入的记录").first).to_be_visible()
    expect(panel).to_have_attribute("role", "dialog")
    assert page.evaluate("() => document.getElementById('panel').contains(document.activeElement)")
    axe(page)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(number).to_be_focused()
    assert page.url.endswith("/indicators/")


def test_the_panel_closes_by_its_button_too(county: World, page_for: Desks) -> None:
    """On a phone, where the panel covers the page."""
    page = page_for("chair", **PHONE)
    page.goto("/indicators/")
    number = page.locator("a[data-figure]").first
    number.click()
    panel = page.locator("#panel")
    expect(panel.get_by_text("计入的记录").first).to_be_visible()
    axe(page)
    panel.get_by_role("button", name="关闭").click()
    expect(panel).to_be_hidden()
    expect(number).to_be_focused()


@pytest.mark.parametrize("register", ["organising.member", "organising.union", "relations.contract"])
def test_a_slash_leads_to_the_search_of_a_list(county: World, page_for: Desks, register: str) -> None:
    """Typing then searches; arrows go from row to row, Enter opens the record."""
    page = page_for("hede")
    page.goto(f"/register/{register}/")
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()
    page.keyboard.type("hd")
    page.keyboard.press("Enter")
    page.wait_for_url("**hd**")
    page.goto(f"/register/{register}/")
    page.keyboard.press("ArrowDown")
    first = page.locator("tbody tr a").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="历史")).to_be_visible()
