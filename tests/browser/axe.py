"""Axe on a page as it stands: WCAG 2 A and AA, no violation.

The rules are handed to the browser by its debugging door, so the page keeps its strict content policy.
"""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"], elementRef: false,
  });
  return found.violations.map(one => ({
    rule: one.id, help: one.help, nodes: one.nodes.map(node => [node.target.join(" "), node.failureSummary]),
  }));
}"""


def axe(page: Page) -> None:
    """Fail with rule, place and remedy of everything axe finds on the page."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    found: list[dict[str, Any]] = page.evaluate(RUN)
    told = [
        f"{one['rule']}: {one['help']}\n" + "\n".join(f"    {place}\n      {' '.join(why.split())}" for place, why in one["nodes"][:5])
        for one in found
    ]  # fmt: skip
    assert not told, f"axe at {page.url} ({page.viewport_size}):\n" + "\n".join(told)


@cache
def _source() -> str:
    assert SOURCE.exists(), "axe-core is missing: run scripts/setup.sh test"
    return SOURCE.read_text(encoding="utf-8")
