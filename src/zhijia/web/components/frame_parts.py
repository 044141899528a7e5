"""The parts of the frame that are the same from page to page, drawn once for each reader and kept.

The frame stands around every list, so it has to be nearly free: what depends only on language, county and the
reader's posts is a string here; the page adds its form token and its own content.
"""

import functools
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

KEPT = 2048


@dataclass(frozen=True)
class Held:
    """A post as the switcher shows it."""

    number: int
    organisation: str
    role: str


@dataclass(frozen=True)
class Reader:
    """Who reads: `at` is the post worked in (None: without a post), `posts` all held today."""

    name: str = ""
    at: Held | None = None
    posts: tuple[Held, ...] = ()

    @property
    def others(self) -> tuple[Held, ...]:
        """The posts that can be switched to."""
        return tuple(post for post in self.posts if post != self.at)


@functools.cache
def head_html() -> SafeString:
    """Style sheets and scripts."""
    return render_to_string("components/head.html")


@functools.lru_cache(KEPT)
def topbar_html(language: str, large: bool, reader: Reader) -> SafeString:
    """Language, large print, the reader with his posts; buttons of the form `tools`, which the page holds."""
    return render_to_string("components/topbar.html", {"language": language, "large": large, "reader": reader})


@functools.lru_cache(KEPT)
def foot_html(language: str, county: str) -> SafeString:
    """The foot of the page and the empty side panel, in the language now active (`language` is the key)."""
    return render_to_string("components/foot.html", {"county": county})
