"""Bad input in a browser: one sentence beside the work, read out at once, what was typed still there, nothing saved."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits, resize
from tests.registers.imports.sheets import number
from tests.world import World

pytestmark = pytest.mark.browser


def said_wrong(page: Page, sentence: str) -> None:
    """An alert with the sentence; the page holds at both widths and for axe."""
    expect(page.get_by_role("alert").filter(has_text=sentence).first).to_be_visible()
    axe(page)
    resize(page, PHONE)
    fits(page)


def new_plan(page: Page, year: str, text: str) -> None:
    """Hand in a plan without the browser's own checks, as an old browser would."""
    steps.go(page, "读计划")
    page.get_by_label("标题").fill("工作要点")
    page.get_by_label("计划年度").fill(year)
    page.get_by_label("正文").fill(text)
    page.get_by_role("button", name="开始识别").click()


@pytest.mark.parametrize(
    ("year", "text", "sentence"),
    [
        ("2014", "", "正文"),
        ("1874", "全年新建工会4家。", "1874"),
        ("二零", "全年新建工会4家。", "请填写四位年份"),
    ],
)
def test_a_plan_that_cannot_be_read(county: World, page_for: Desks, year: str, text: str, sentence: str) -> None:
    page = page_for("chair")
    with page_for.watch(page).expecting(400):
        new_plan(page, year, text)
        said_wrong(page, sentence)
    expect(page.get_by_role("alert").first).to_be_focused()
    assert page.get_by_label("标题").input_value() == "工作要点"
    assert page.get_by_label("正文").input_value() == text
    page.goto("/plans/")
    expect(page.get_by_text("还没有录入计划")).to_be_visible()


def test_a_plan_without_a_target_says_so(county: World, page_for: Desks) -> None:
    """Not an error: the page tells how to go on."""
    page = page_for("chair")
    new_plan(page, "2014", "同志们，希望大家继续努力。")
    expect(page.get_by_text("没有认出可以衡量的目标")).to_be_visible()
    axe(page)


def test_a_clause_without_an_indicator_is_not_confirmed(county: World, page_for: Desks) -> None:
    """The form comes back with the fault at the top and what was typed."""
    page = page_for("chair")
    new_plan(page, "2014", "全年新建工会4家，9月底前完成。")
    page.get_by_label("指标").select_option("")
    page.get_by_label("事项").fill("自己写的事项")
    with page_for.watch(page).expecting(400):
        page.get_by_role("button", name="确认为目标").click()
        said_wrong(page, "指标")
    assert page.get_by_label("事项").input_value() == "自己写的事项"


def test_a_form_names_each_field_that_is_wrong(county: World, page_for: Desks) -> None:
    """The keyboard is at the list of faults; each leads to its field, which says that it is wrong and why."""
    page = page_for("hede")
    page.goto("/register/organising.member/new/")
    page.get_by_label("姓名", exact=True).fill("张三丰")
    page.get_by_label("证件号码", exact=True).fill("320924198001010000")
    with page_for.watch(page).expecting(422):
        page.get_by_role("button", name="提交").click()
        summary = page.get_by_role("alert").first
        expect(summary).to_be_focused()
    summary.get_by_role("link", name="证件号码").click()
    field = page.get_by_label("证件号码", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    told = field.get_attribute("aria-describedby") or ""
    why = page.locator(",".join(f"#{name}" for name in told.split()))
    expect(why.first).to_be_visible()
    assert page.get_by_label("姓名", exact=True).input_value() == "张三丰"
    said_wrong(page, "证件号码")


def test_an_identity_number_is_told_back_while_it_is_typed(county: World, page_for: Desks) -> None:
    """Birth date and sex appear once the number fits its check digit; a wrong digit takes them away."""
    page = page_for("hede")
    page.goto("/register/organising.member/new/")
    field, told = page.get_by_label("证件号码", exact=True), page.locator("[data-id-told]")
    field.fill(number(2))
    expect(told).to_have_text("1975-03-03 男")
    field.fill(number(2)[:-1] + "甲")
    expect(told).to_have_text("")
    axe(page)


def test_a_page_of_another_committee_is_refused_kindly(county: World, page_for: Desks) -> None:
    """The neighbour's record does not exist for this post; the way back is offered."""
    page = page_for("siming")
    with page_for.watch(page).expecting(404):
        page.goto(f"/register/organising.union/{county.union['合德纺织'].pk}/")
    said_wrong(page, "不在您的管理范围内")
    page.get_by_role("link", name="回工作台").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_the_role_may_not_open_is_refused_kindly(county: World, page_for: Desks) -> None:
    page = page_for("clerk")
    with page_for.watch(page).expecting(403):
        page.goto("/matrix/")
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)
