"""The visit form on a phone: without a connection nothing is lost, and nobody's change is overwritten unseen."""

import datetime as dt

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits
from tests.world import NOW, TODAY, World
from zhijia.registers.organising.drive.actions import record_visit
from zhijia.registers.organising.drive.visits import living_visits

pytestmark = pytest.mark.browser
FIRM = "合德纺织有限公司"


def form_of(page: Page, county: World) -> None:
    """The round's form, and the workplace picked from the list."""
    page.goto(f"/survey/{county.round.pk}/visits/")
    pick(page)


def pick(page: Page) -> None:
    """By a few letters of the name."""
    page.get_by_label("找单位").fill("纺织")
    page.get_by_role("button", name=FIRM).click()
    expect(page.get_by_label("职工总数")).to_have_value("40")


def badge(page: Page) -> Locator:
    """未上传 n 条."""
    return page.locator("[data-badge]")


def test_an_entry_waits_for_the_connection(page_for: Desks, county: World) -> None:
    """Saved offline, kept over a reload of the browser, sent when the connection is back; nothing personal is asked."""
    page = page_for("hede", **PHONE)
    form_of(page, county)
    fits(page)
    axe(page)
    page.context.set_offline(True)
    page.get_by_label("职工总数").fill("46")
    page.get_by_label("建会意愿").select_option(label="愿意")
    page.get_by_role("button", name="保存").click()
    expect(badge(page)).to_have_text("未上传 1 条")
    assert not living_visits().filter(employer__name=FIRM).exists()
    kept = page.evaluate("() => JSON.stringify(localStorage)")
    assert FIRM in kept and "csrf" not in kept
    fits(page)
    axe(page)
    page.context.set_offline(False)
    expect(badge(page)).to_have_text("全部已上传")
    saved = living_visits().get(employer__name=FIRM)
    assert (saved.employees, saved.will, saved.visitor) == (46, "2", "单国强")
    assert page.evaluate("() => localStorage.length") == 0


def test_two_versions_are_chosen_field_by_field(page_for: Desks, county: World) -> None:
    """A colleague counted 52 meanwhile; the phone's 46 waits, both are shown, the officer keeps the colleague's."""
    page = page_for("hede", **PHONE)
    form_of(page, county)
    record_visit(
        held=county.round, employer=county.employer["合德纺织"], by=county.post["organiser"], on=TODAY,
        at=NOW + dt.timedelta(minutes=1), values={"visited_on": TODAY, "employees": 52, "women": 10, "migrants": 5,
        "operating_state": "1", "standing": "2", "obstacle": "1"},
    )  # fmt: skip
    page.get_by_label("职工总数").fill("46")
    page.get_by_label("下一步").fill("周五再去")
    with page_for.watch(page).expecting(409):
        page.get_by_role("button", name="保存").click()
        clash = page.locator("form.survey-clash")
        expect(clash.get_by_role("group", name="职工总数")).to_contain_text("52")
    expect(clash).to_contain_text("周立新")
    fits(page)
    axe(page)
    clash.get_by_role("group", name="职工总数").get_by_label("对方填的").check()
    clash.get_by_role("group", name="主要障碍").get_by_label("对方填的").check()
    clash.get_by_role("button", name="按选择保存").click()
    expect(badge(page)).to_have_text("全部已上传")
    saved = living_visits().get(employer__name=FIRM)
    assert (saved.employees, saved.obstacle, saved.next_step) == (52, "1", "周五再去")


def test_a_refused_entry_stays_until_it_is_mended(page_for: Desks, county: World) -> None:
    """More women than employees: the sentence stands with the entry, which is mended and sent."""
    page = page_for("hede", **PHONE)
    form_of(page, county)
    page.get_by_label("女职工数").fill("90")
    with page_for.watch(page).expecting(400):
        page.get_by_role("button", name="保存").click()
        expect(page.locator("[data-fault]")).to_contain_text("多于职工总数")
    page.get_by_role("button", name="修改").click()
    page.get_by_label("女职工数").fill("9")
    page.get_by_role("button", name="保存").click()
    expect(badge(page)).to_have_text("全部已上传")
    assert living_visits().get(employer__name=FIRM).women == 9
