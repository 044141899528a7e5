"""A roster comes in by the import page: refused files, rows with reasons in words, set right in place, confirmed, undone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, WIDE, fits, resize
from tests.registers.imports.sheets import HEAD, line, number, write_csv
from tests.world import World

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Sealed sheets of these tests lie in a folder of their own."""
    settings.ZHIJIA_HOME = tmp_path / "home"


def send(page: Page, file: Path) -> None:
    """Choose the register and the file, and have it read."""
    steps.go(page, "导入")
    page.get_by_label("导入到").select_option("organising.member")
    page.get_by_label("表格文件").set_input_files(file)
    page.get_by_role("button", name="读取并检查").click()


def held_at_both_widths(page: Page) -> None:
    """On the desk and on the phone."""
    for size in (PHONE, WIDE):
        resize(page, size)
        fits(page)
        axe(page)


def test_from_file_to_register_and_back(county: World, page_for: Desks, tmp_path: Path) -> None:
    rows = [HEAD, line(1), line(2, 身份证号=number(2)[:17] + "·")]
    page = page_for("hede")
    send(page, write_csv(tmp_path / "名册.csv", rows))
    expect(page.get_by_text("1行可以入库", exact=False).first).to_be_visible()
    expect(page.get_by_text("证件号码应为18位").first).to_be_visible()
    held_at_both_widths(page)
    row = page.locator(".import-row").filter(has_text="证件号码应为18位")
    row.get_by_label("证件号码").fill(number(2))
    page.get_by_role("button", name="保存改动并重新检查").click()
    expect(page.get_by_text("2行可以入库", exact=False).first).to_be_visible()
    page.get_by_role("button", name="确认导入2行").click()
    expect(page.get_by_text("入库2行")).to_be_visible()
    held_at_both_widths(page)
    page.get_by_role("button", name="撤回这次导入").click()
    page.get_by_role("dialog").get_by_role("button", name="撤回", exact=True).click()
    expect(page.get_by_text("已撤回2行").first).to_be_visible()


def test_a_file_that_is_no_sheet_is_refused(county: World, page_for: Desks, tmp_path: Path) -> None:
    """One sentence, and nothing waits for confirmation."""
    wrong = tmp_path / "照片.xlsx"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    page = page_for("hede")
    with page_for.watch(page).expecting(400):
        send(page, wrong)
        expect(page.get_by_role("alert")).to_be_visible()
    assert len(page.get_by_role("alert").inner_text()) > 8
    held_at_both_widths(page)
    page.goto("/imports/")
    expect(page.get_by_text("还没有导入过表格。")).to_be_visible()


def test_no_file_chosen_is_said(county: World, page_for: Desks) -> None:
    page = page_for("hede")
    steps.go(page, "导入")
    with page_for.watch(page).expecting(400):
        page.get_by_role("button", name="读取并检查").click()
        expect(page.get_by_role("alert")).to_contain_text("请先选择要导入的表格。")
