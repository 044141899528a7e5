"""Looks on while a person works: whatever the browser complains of is written down, and fails the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# The browser repeats a failed answer in the console; the answer itself is judged below.
REPEATED = "Failed to load resource"
LEFT = ("net::ERR_ABORTED",)  # a file that is saved instead of shown, a page left before all of it came


@dataclass
class Watch:
    """Faults of one page: errors of scripts and of the content policy, requests that failed, answers not expected."""

    faults: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to a page from its beginning."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error} {error.stack}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    @contextmanager
    def expecting(self, *statuses: int) -> Iterator[None]:
        """Answers with these statuses are wanted in between, and at least one has to come."""
        self.expected, self.seen = set(statuses), []
        yield
        self.expected = set()
        assert self.seen, f"no answer had one of the statuses {statuses}"

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and REPEATED not in message.text:
            self.faults.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, request: Request) -> None:
        if request.failure not in LEFT:
            self.faults.append(f"request: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status in self.expected:
            self.seen.append(response.status)
        elif response.status >= 400:
            self.faults.append(f"answer: {response.status} {response.request.method} {response.url}")
