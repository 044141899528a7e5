"""A joint conference in a browser: an item is taken up, the minutes issued, the item carried out and closed with evidence."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits, resize
from tests.world import World

pytestmark = pytest.mark.browser
ITEM = "合德镇职工服务站挂牌"


def test_from_the_minutes_to_the_closing(county: World, page_for: Desks, tmp_path: Path) -> None:
    office = page_for("office")
    taken_up(office)
    office.get_by_role("button", name="印发会议纪要").click()
    steps.said(office, "已印发会议纪要海工纪〔2014〕1号")
    axe(office)

    hede = page_for("hede")
    steps.go(hede, "落实事项")
    hede.get_by_role("link", name=ITEM).first.click()
    axe(hede)
    hede.get_by_role("link", name="报告办结").click()
    hede.get_by_label("办结情况").fill("七月八日挂牌")
    axe(hede)
    with page_for.watch(hede).expecting(422):
        hede.get_by_role("button", name="报告办结").click()
        expect(hede.get_by_role("alert").filter(has_text="还没有上传落实佐证")).to_be_visible()
    photo = tmp_path / "挂牌.pdf"
    photo.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    hede.get_by_label("落实佐证").set_input_files(photo)
    hede.get_by_role("button", name="报告办结").click()
    steps.said(hede, "已办理“报告办结”")

    office.goto(hede.url)
    office.get_by_role("link", name="验收销号").click()
    office.get_by_label("验收意见").fill("现场核查属实")
    office.get_by_role("button", name="验收销号").click()
    steps.said(office, "已办理“验收销号”")
    expect(office.get_by_text("按期完成")).to_be_visible()
    resize(office, PHONE)
    fits(office)


def taken_up(page: Page) -> None:
    """The office records the item on the page of its conference."""
    steps.go(page, "会议")
    page.get_by_role("link", name="海川县政府与县总工会第八次联席会议").click()
    page.get_by_role("link", name="登记事项").click()
    page.get_by_label("事项", exact=True).fill(ITEM)
    page.get_by_label("责任单位").fill("合德镇工会工作委员会")
    page.get_by_label("完成时限").fill("2014-07-20")
    page.get_by_label("交办日期").fill("2014-07-10")
    axe(page)
    page.get_by_role("button", name="提交").click()
    steps.said(page, "已登记")
    expect(page.get_by_role("link", name=ITEM).first).to_be_visible()
