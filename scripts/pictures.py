"""Photographs the running demo for the README: `make demo DETACH=1`, then `make pictures`."""

import json
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ADDRESS = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
HOME = Path(os.environ.get("ZHIJIA_HOME", "var"))
FOLDER = Path("docs/pictures")
SIZE = {"width": 1360, "height": 850}
# picture -> sign-in name, address, and what to click before the photograph
PICTURES = {
    "matrix": ("chair", "/matrix/", ""),
    "plan": ("office", "/plans/", "main a[href^='/plans/']"),
    "passport": ("chair", "/matrix/", "main a[data-figure]"),
    "register": ("organiser", "/register/organising.union/", ""),
    "bulletin": ("chair", "/bulletins/", "main a[href^='/bulletins/']:not([href*='new'])"),
    "desk": ("hede", "/", ""),
    "cases": ("organiser", "/cases/?show=open", ""),
}


def browser_path() -> str:
    """The installed Chromium."""
    named = os.environ.get("ZHIJIA_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        sys.exit("Chromium was not found; install it or name it with ZHIJIA_CHROMIUM.")
    return found


def sign_in(page: Page, login: str, password: str) -> None:
    """Through the door, as everybody."""
    page.goto(f"{ADDRESS}/account/login/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state("networkidle")


def photograph(page: Page, name: str) -> None:
    """One picture of what stands there now."""
    _, address, click = PICTURES[name]
    page.goto(ADDRESS + address)
    if click:
        if not page.locator(click).count():
            sys.exit(f"{name}: nothing to click on {address}; the pictures want a fresh demo (make demo).")
        page.locator(click).first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
    page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    """All pictures, each in the session of the person who would see it."""
    mark = HOME / "demo.json"
    if not mark.exists():
        sys.exit(f"{HOME} holds no demo county; run make demo DETACH=1 first.")
    password = json.loads(mark.read_text(encoding="utf-8"))["password"]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        for name, (login, _, _) in PICTURES.items():
            context = browser.new_context(viewport=SIZE, locale="zh-CN", device_scale_factor=1)
            page = context.new_page()
            sign_in(page, login, password)
            photograph(page, name)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
