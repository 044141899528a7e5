"""A founding from contact to reply by committee, organiser and chair, on screen; and its notice on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits
from tests.cases.foundings import Founding
from tests.world import World
from zhijia.cases.models import Case
from zhijia.evidence import papers

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF engine has tests of its own."""
    monkeypatch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")


def looked_at(page: Page) -> None:
    """Nothing over the side, nothing for axe."""
    fits(page)
    axe(page)


def hand_in(page: Page, label: str, folder: Path) -> None:
    """A paper chosen in the form of the step."""
    file = folder / "paper.txt"
    file.write_text("走访情况：单位愿意建会", encoding="utf-8")
    page.get_by_label(label).set_input_files(file)


def submit(page: Page, done: str) -> None:
    """Take the step."""
    page.locator(".case-now").get_by_role("button", name="提交", exact=True).click()
    steps.said(page, f"已办理“{done}”")


def test_from_contact_to_the_reply(county: World, page_for: Desks, tmp_path: Path) -> None:
    """The committee begins at the employer's page, the organiser approves, the chair looks on."""
    page = page_for("hede")
    page.goto(f"/register/organising.employer/{county.employer['合德镇未建'].pk}/")
    page.get_by_role("link", name="申请建会").click()
    expect(page.get_by_label("单位")).to_have_value(re.compile("合德镇新星电子有限公司"))
    looked_at(page)
    page.get_by_role("button", name="提交", exact=True).click()
    steps.said(page, "已立案")
    looked_at(page)
    with page_for.watch(page).expecting(422):
        page.get_by_label("建会意愿").select_option("2")
        page.locator(".case-now").get_by_role("button", name="提交", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("还缺材料：走访记录")
    hand_in(page, "F2-01 走访记录", tmp_path)
    submit(page, "宣传动员")
    page.get_by_label("筹备组成员").fill("张明、李敏、王强")
    page.get_by_label("筹备组组长").fill("张明")
    page.get_by_label("职工和单位的意见").fill("职工一致同意，单位支持")
    submit(page, "建会请示")
    expect(page.get_by_text("由县总工会组织部办理")).to_be_visible()
    looked_at(page)
    organiser = page_for("organiser")
    organiser.get_by_role("link", name="待办理：合德镇新星电子有限公司").click()
    submit(organiser, "批复筹备组")
    expect(organiser.get_by_text("海工复〔2014〕1号")).to_be_visible()
    looked_at(organiser)
    chair = page_for("chair")
    steps.go(chair, "办件")
    chair.get_by_role("link", name="在办", exact=True).click()
    looked_at(chair)
    chair.locator("td a[href^='/cases/']").first.click()
    expect(chair.locator(".case-steps [aria-current=step]")).to_contain_text("发展会员")
    looked_at(chair)


def test_a_notice_is_read_and_objected_to_on_a_phone(county: World, page_for: Desks) -> None:
    """Published by the committee in the browser, opened by a visitor without sign-in at 390 px."""
    founding = Founding(county).until("nominate")
    page = page_for("hede")
    page.goto(f"/cases/{founding.case.pk}/")
    page.get_by_role("link", name="发布公示").click()
    for label, words in (("主席候选人", "张明"), ("主席候选人现任职务", "副经理"), ("委员候选人", "张明、李敏、王强")):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_label("本届任期").select_option("3")
    page.get_by_role("button", name="刷新预览").click()
    expect(page.locator(".facts")).to_contain_text("张*")
    looked_at(page)
    page.get_by_role("button", name="发布公示").click()
    steps.said(page, "已公示")
    looked_at(page)
    link = page.locator("a[href*='/notice/']").get_attribute("href")
    assert link
    visitor = page_for.visitor(**PHONE)
    visitor.goto(link)
    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
    looked_at(visitor)
    visitor.get_by_label("异议内容").fill("候选人是经理的亲属，请核实")
    visitor.get_by_role("button", name="提交").click()
    expect(visitor.get_by_role("status")).to_contain_text("已收到您的异议")
    page.reload()
    expect(page.get_by_text("候选人是经理的亲属")).to_be_visible()
    page.get_by_label("核实情况和答复").fill("经核实不是亲属")
    page.get_by_role("button", name="异议不成立").click()
    steps.said(page, "已答复异议")
    looked_at(page)
    assert Case.objects.get(pk=founding.case.pk).step == "nominate"


def test_the_acceptance_is_filled_in_on_a_phone(county: World, page_for: Desks) -> None:
    """Seventeen items, each with its marks, in another reading."""
    founding = Founding(county).until("standard")
    page = page_for("hede", **PHONE)
    page.goto(f"/cases/{founding.case.pk}/")
    looked_at(page)
    page.get_by_role("link", name="以集体协商委员会代替法律监督").click()
    expect(page.get_by_role("radiogroup", name="集体协商委员会")).to_be_visible()
    looked_at(page)
