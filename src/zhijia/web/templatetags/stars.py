"""Words of the star programme: stars as signs with their word, shares of points."""

from fractions import Fraction

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhijia.kit.money import percent

register = template.Library()


@register.simple_tag
def stars(number: int) -> SafeString:
    """{% stars 3 %}: three stars and the word for those who cannot see them."""
    words = gettext("%(number)s星") % {"number": number}
    return format_html(
        '<span class="home-stars" title="{}"><span aria-hidden="true">{}</span> {}</span>', words, "★" * number, words
    )


@register.filter
def share(value: Fraction) -> str:
    """{{ mean|share }}: a percentage with one decimal."""
    return percent(value.numerator, value.denominator * 100)
