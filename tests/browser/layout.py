"""What every page must do at any width: nothing hangs over the side."""

from playwright.sync_api import Page

WIDE = {"width": 1366, "height": 900}
PHONE = {"width": 390, "height": 844}
OVERHANG = """width => {
  const over = [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.right > width + 1 && box.width > 0 && getComputedStyle(one).position !== "fixed";
  });
  return [document.documentElement.scrollWidth, over.slice(0, 6).map(one =>
    `${one.tagName.toLowerCase()}.${[...one.classList].join(".")} ${Math.round(one.getBoundingClientRect().right)}`)];
}"""


def fits(page: Page) -> None:
    """Fail when the page scrolls sideways, naming what hangs over."""
    width = page.viewport_size["width"]
    full, over = page.evaluate(OVERHANG, width)
    assert full <= width, f"{page.url} is {full} px wide on a screen of {width} px: {over}"


def resize(page: Page, size: dict[str, int]) -> None:
    """Change the screen and wait until the page is drawn anew."""
    page.set_viewport_size(size)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
