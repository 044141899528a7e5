"""One browser for all walks; `page_for("hede")` signs a person in at the door and hands over a page that is watched."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.watch import Watch
from tests.world import PASSWORD

ARTIFACTS = Path(__file__).resolve().parent.parent / "artifacts"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
PATIENCE = 10_000  # milliseconds until something that should be on the page is missed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window, with a profile of its own."""
    path = os.environ.get("ZHIJIA_CHROMIUM") or shutil.which("chromium")
    assert path, "no browser: install chromium or name one with ZHIJIA_CHROMIUM"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the driver keeps an event loop in this thread
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, headless=True, args=ARGUMENTS)
        yield opened
        opened.close()


class Desks:
    """Everybody who sits at a screen in one test; each with a browser profile of their own."""

    def __init__(self, browser: Browser, address: str) -> None:
        """`address` is the county's server."""
        self.browser, self.address = browser, address
        self.contexts: list[BrowserContext] = []
        self.pages: list[tuple[Page, Watch]] = []

    def visitor(self, width: int = 1366, height: int = 900) -> Page:
        """A page at the door, nobody signed in."""
        context = self.browser.new_context(
            base_url=self.address, viewport={"width": width, "height": height}, locale="zh-CN", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        page, watch = context.new_page(), Watch()
        watch.follow(page)
        self.pages.append((page, watch))
        page.goto("/account/login/")
        return page

    def __call__(self, person: str, width: int = 1366, height: int = 900, language: str = "zh-hans") -> Page:
        """Sign a person of the world in by the real form, in a fresh profile."""
        page = self.visitor(width, height)
        page.get_by_label("用户名").fill(person)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(f"{self.address}/")
        if language == "en":
            page.get_by_role("button", name="English").click()
            page.get_by_role("button", name="中文").wait_for()
        return page

    def watch(self, page: Page) -> Watch:
        """Who looks on at this page."""
        return next(watch for seen, watch in self.pages if seen is page)

    def nothing_went_wrong(self) -> None:
        """Fail with everything the browsers complained of."""
        faults = [fault for _, watch in self.pages for fault in watch.faults]
        assert not faults, "\n".join(faults)

    def photograph(self, name: str) -> None:
        """Pictures of every screen as it is now."""
        ARTIFACTS.mkdir(exist_ok=True)
        for number, (page, _) in enumerate(self.pages):
            page.screenshot(path=ARTIFACTS / f"{name}-{number}.png", full_page=True)


@pytest.fixture
def page_for(browser: Browser, live_server: Any) -> Iterator[Desks]:
    """Sign people in; the brake on floods of sign-ins begins anew for each test."""
    cache.clear()
    desks = Desks(browser, live_server.url)
    yield desks
    for context in desks.contexts:
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: Any) -> Generator[None, Any, Any]:
    """A walk fails on what the browser complained of; every failure leaves pictures."""
    desks = item.funcargs.get("page_for")
    try:
        result = yield
        if desks:
            desks.nothing_went_wrong()
    except BaseException:
        if desks:
            desks.photograph(item.name)
        raise
    return result
