"""The work calendar and the year of meetings in a browser: both widths, axe clean, the menu reaches its last line."""

import pytest
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits, resize
from tests.world import World

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", ["grid", "month", "week"])
def test_the_calendar_holds_at_both_widths(county: World, page_for: Desks, view: str) -> None:
    page = page_for("chair")
    page.goto(f"/calendar/?view={view}&at=2014-07-25")
    expect(page.get_by_role("heading", name="工作日历")).to_be_visible()
    axe(page)
    resize(page, PHONE)
    fits(page)
    expect(page.get_by_role("link", name="计划召开：合德镇政府与工会联席会议").first).to_be_visible()


def test_the_year_of_meetings_holds_at_both_widths(county: World, page_for: Desks) -> None:
    page = page_for("hede")
    steps.go(page, "会议年账")
    expect(page.get_by_text("尚未达到").first).to_be_visible()
    axe(page)
    resize(page, PHONE)
    fits(page)
