"""A figure on a page: the number as an officer reads it, and the door to its passport."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from zhijia.indicators.rules import YUAN, Figure
from zhijia.kit.money import format_yuan, percent


def passport_url(figure: Figure, **more: str) -> str:
    """Address of the figure's passport."""
    asked = {"as_of": figure.window.as_of.isoformat(), **more}
    if figure.group:
        asked["group"] = figure.group
    if figure.window.known_at is not None:
        asked["known_at"] = figure.window.known_at.isoformat()
    return f"{reverse('passport', args=[figure.indicator, figure.organisation])}?{urlencode(asked)}"


def figure_text(figure: Figure) -> str:
    """1,835 for counts, 1,835.00 for sums of money, 51.3% for rates (half up), — without anything to divide by."""
    if figure.unit == YUAN:
        return format_yuan(figure.top)
    return f"{figure.top:,}" if figure.bottom is None else percent(figure.top, figure.bottom)


def figure_html(figure: Figure) -> SafeString:
    """The figure as a link that opens its passport in the side panel (or as a page without scripts).

    Every number of an indicator on any page is made here; the data attributes let a test find and recount it. A wall chart has
    four hundred of them, so there is no sign too many.
    """
    counted = figure.top if figure.bottom is None else f"{figure.top}/{figure.bottom}"
    return format_html(
        '<a href="{}" data-figure="{}" data-n={}>{}</a>',
        passport_url(figure), figure.indicator, counted, figure_text(figure),
    )  # fmt: skip
