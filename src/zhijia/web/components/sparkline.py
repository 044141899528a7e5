"""A small line of a year: how the share of a target rose month by month, with its words for those who cannot see it."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, HEIGHT, MONTHS = 60, 14, 12


def sparkline_html(shares: Sequence[Fraction | None], words: str) -> SafeString:
    """An SVG line over the twelve months, shares from 0 to 1 (more is drawn as 1); nothing to draw gives nothing."""
    points = [
        f"{at * WIDTH // (MONTHS - 1)},{HEIGHT - round(min(share, Fraction(1)) * (HEIGHT - 2)) - 1}"
        for at, share in enumerate(shares[:MONTHS])
        if share is not None
    ]
    if not points:
        return SafeString()
    last = points[-1].split(",")
    return format_html(
        '<svg class="spark" viewBox="-2 0 {} {}" role="img" aria-label="{}"><polyline points="{}"/>'
        '<circle cx="{}" cy="{}" r="2"/></svg>',
        WIDTH + 4, HEIGHT, words, " ".join(points), *last,
    )  # fmt: skip
