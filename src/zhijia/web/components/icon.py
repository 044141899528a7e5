"""An icon of the sprite; always beside a word, so it is hidden from readers of the screen."""

import functools

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


@functools.cache
def icon_html(name: str) -> SafeString:
    """The drawing called `name` in scripts/icons.json."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("vendor/icons/sprite.svg"), name
    )
