"""The way from a figure to the very rows it counted."""

from urllib.parse import urlencode

from django.urls import reverse

from zhijia.indicators.rules import Figure


def rows_url(figure: Figure, side: str, register: str) -> str:
    """Address of the register's list, narrowed to the rows that `side` (top, bottom) of the figure counted."""
    asked = {
        "figure": figure.indicator,
        "side": side,
        "org": str(figure.organisation),
        "as_of": figure.window.as_of.isoformat(),
    }
    if figure.group:
        asked["group"] = figure.group
    if figure.window.known_at is not None:
        asked["known_at"] = figure.window.known_at.isoformat()
    return f"{reverse('register', args=[register])}?{urlencode(asked)}"
