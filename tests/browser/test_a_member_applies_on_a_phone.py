"""A member's application on a telephone, 390 px wide: code, union, form, paper, and where it stands."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits
from tests.web.member import phone
from tests.world import TODAY, World
from zhijia.kit.identity.id_number import make_id

pytestmark = pytest.mark.browser
PICTURE = {"name": "入会申请书.txt", "mimeType": "text/plain", "buffer": "本人申请加入工会".encode()}


def at_the_door(page_for: Desks, mobile: str) -> Page:
    """Asked for a code and signed in with it."""
    page = page_for.visitor(**PHONE)
    page.goto("/my/")
    page.get_by_label("手机号码").first.fill(mobile)
    sound(page)
    page.get_by_role("button", name="获取验证码").click()
    page.get_by_label("验证码").fill(phone.last_code())
    sound(page)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("您好")
    return page


def sound(page: Page) -> None:
    """Nothing wider than the telephone, nothing axe complains of."""
    fits(page)
    axe(page)


def test_a_member_applies_on_a_phone(page_for: Desks, county: World, settings: Any) -> None:
    """Five screens from the number to "handed in"."""
    settings.CODE_SENDER = "tests.web.member.phone.keep"
    page = at_the_door(page_for, "13912345678")
    sound(page)
    page.get_by_role("link", name="申请入会").click()
    page.get_by_label("单位名称里的两个字以上").fill("纺织")
    page.get_by_role("button", name="查找工会").click()
    sound(page)
    page.get_by_role("link", name="合德纺织").click()
    page.get_by_label("姓名").fill("新来的")
    page.get_by_label("身份证号").fill("320924199001010000")
    with page_for.watch(page).expecting(422):
        page.get_by_role("button", name="提交申请").click()
        page.get_by_role("alert").wait_for()
    expect(page.get_by_role("alert")).to_contain_text("身份证号校验不符")
    sound(page)
    page.get_by_label("身份证号").fill(make_id("320924", TODAY.replace(year=1990), 5, "male"))
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("status")).to_contain_text("申请已送到")
    page.get_by_label("补一张材料的照片").set_input_files([PICTURE])  # type: ignore[list-item]
    page.get_by_role("button", name="上传").click()
    expect(page.get_by_text("入会申请书.txt").last).to_be_visible()
    expect(page.get_by_text("前答复您")).to_be_visible()
    sound(page)


def test_a_member_confirms_a_payment_on_a_phone(page_for: Desks, county: World, settings: Any) -> None:
    """From the note on the first page to the word given."""
    settings.CODE_SENDER = "tests.web.member.phone.keep"
    page = at_the_door(page_for, county.members[0].mobile)
    page.get_by_role("link", name="去签收").click()
    sound(page)
    page.get_by_role("button", name="已收到").click()
    expect(page.get_by_text("您已确认收到")).to_be_visible()
    page.get_by_role("link", name="公示").click()
    sound(page)
    page.get_by_role("link", name="密码").click()
    sound(page)
