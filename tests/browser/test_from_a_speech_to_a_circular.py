"""The main job in a real browser: a speech goes in, targets go down the tree, figures are looked into, a circular comes out."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits
from tests.world import World

pytestmark = pytest.mark.browser


def looked_at(page: Page) -> None:
    """The page as it stands: nothing over the side, nothing for axe."""
    fits(page)
    axe(page)


def test_the_whole_way_at_a_desk(county: World, page_for: Desks) -> None:
    page = page_for("chair")
    steps.paste(page)
    looked_at(page)
    steps.confirm(page)
    looked_at(page)
    steps.split_new_unions(page)
    with page_for.watch(page).expecting(400):
        page.get_by_role("button", name="保存分解").click()
        expect(page.get_by_role("alert")).to_be_visible()
    assert steps.part(page, "四明镇").input_value() == "2"
    looked_at(page)
    steps.part(page, "四明镇").fill("3")
    page.get_by_role("button", name="保存分解").click()
    steps.said(page, "已分解到")
    looked_at(page)
    steps.split(page, "工资集体协商建制率", "各单位同一目标值")
    steps.split(page, "新发展会员数", "按职工人数")
    steps.issue_orders(page)
    looked_at(page)
    committee = page_for("hede")
    steps.sign_for(committee)
    looked_at(committee)
    steps.drill(page, county.org["合德镇"].pk)
    looked_at(page)
    circular(page)


def test_the_way_on_a_phone(county: World, page_for: Desks) -> None:
    page = page_for("chair", **PHONE)
    steps.paste(page)
    looked_at(page)
    steps.confirm(page)
    looked_at(page)
    steps.split(page, "新建工会数", "平均分解")
    looked_at(page)
    steps.issue_orders(page)
    looked_at(page)
    steps.drill(page, county.org["合德镇"].pk)
    looked_at(page)


def circular(page: Page) -> None:
    """Draft, words with a bound figure, freeze, issue, both files, and the page of what has changed since."""
    steps.go(page, "通报")
    page.get_by_label("起草哪一份").select_option("quarterly:2014-Q2")
    page.get_by_role("button", name="起草通报").click()
    looked_at(page)
    page.get_by_label("存在问题").fill("组建进度不快，到六月底全县仅新建工会{new-unions}。")
    page.get_by_role("button", name="保存并预览").click()
    steps.said(page, "已保存")
    expect(page.locator(".paper-desk")).to_contain_text("仅新建工会2家")
    expect(page.locator(".paper-desk a[href*='/figures/new-unions/']").first).to_be_visible()
    page.get_by_role("button", name="冻结数据").click()
    steps.said(page, "数据已冻结")
    page.get_by_role("button", name="签发", exact=True).click()
    steps.said(page, "已签发")
    looked_at(page)
    assert saved(page, "下载 PDF").startswith(b"%PDF")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(saved(page, "下载 docx"))).namelist()
    page.get_by_role("link", name="更正", exact=True).click()
    expect(page.get_by_text("现在的数据与通报一致。")).to_be_visible()
    looked_at(page)


def saved(page: Page, label: str) -> bytes:
    """What a link hands over to keep."""
    with page.expect_download() as download:
        page.get_by_role("link", name=label).click()
    return Path(download.value.path()).read_bytes()
