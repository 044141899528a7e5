"""Signing in with a real browser under the strict content policy: who comes in, who is refused, and how it is said."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe
from tests.browser.conftest import Desks
from tests.browser.layout import PHONE, fits, resize
from tests.world import PASSWORD, World

pytestmark = pytest.mark.browser


def test_a_chair_signs_in_and_sees_the_desk(county: World, page_for: Desks) -> None:
    """By the form; the name and post stand on the page."""
    page = page_for("hede")
    assert "单国强" in page.locator(".topbar").inner_text()
    assert "合德镇" in page.locator(".topbar").inner_text()


def test_nothing_comes_from_another_site(county: World, page_for: Desks) -> None:
    """Every request of the sign-in page goes to our own server."""
    page = page_for.visitor()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/account/login/")
    home = page.evaluate("location.origin")
    assert asked and [url for url in asked if not url.startswith((home, "data:"))] == []


def test_the_door_fits_a_phone(county: World, page_for: Desks) -> None:
    """390 px wide, no sideways scrolling, nothing for axe to say."""
    page = page_for.visitor(**PHONE)
    fits(page)
    axe(page)


def test_a_wrong_password_is_said_beside_the_form(county: World, page_for: Desks) -> None:
    """One sentence, read out at once; the name typed is still there, the password is not."""
    page = page_for.visitor()
    page.get_by_label("用户名").fill("hede")
    page.get_by_label("密码").fill("not-the-password")
    page.get_by_role("button", name="登录", exact=True).click()
    alert = page.get_by_role("alert")
    assert "密码" in alert.inner_text()
    assert page.get_by_label("用户名").input_value() == "hede"
    assert page.get_by_label("密码").input_value() == ""
    axe(page)


def test_after_five_wrong_tries_the_name_has_to_wait(county: World, page_for: Desks) -> None:
    """The page says how long, and leads back; it fits a phone as well."""
    page = page_for.visitor()
    with page_for.watch(page).expecting(429):
        for _ in range(5):
            page.get_by_label("用户名").fill("hede")
            page.get_by_label("密码").fill("not-the-password")
            page.get_by_role("button", name="登录", exact=True).click()
    assert "15分钟后再试" in page.get_by_role("alert").inner_text()
    axe(page)
    resize(page, PHONE)
    fits(page)
    page.get_by_role("link", name="回登录页").click()
    page.get_by_label("用户名").fill("siming")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.locator(".topbar")).to_contain_text("曾庆和")


def test_somebody_signs_out_and_the_door_is_shut(county: World, page_for: Desks) -> None:
    """From the menu of the person, which opens by keyboard."""
    page = page_for("hede")
    page.get_by_role("button", name="单国强").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="退出").click()
    page.get_by_label("密码").wait_for()
    page.goto("/register/organising.member/")
    assert "/account/login/" in page.url
