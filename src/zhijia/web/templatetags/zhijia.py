"""Small words of the templates: figures with their passport, dates, shown values."""

from django import template
from django.utils.safestring import SafeString

from zhijia.indicators.rules import Figure
from zhijia.schemes.words import said as said_word
from zhijia.web.components.figure import figure_html

register = template.Library()


@register.filter
def get(mapping: dict[str, object], key: str) -> object:
    """A value of a mapping by a computed key, or nothing."""
    return mapping.get(key, "")


@register.filter
def said(word: str) -> str:
    """{{ indicator.title|said }}: a word of the catalogue in the reader's language."""
    return said_word(str(word))


@register.simple_tag
def figure(value: Figure) -> SafeString:
    """{% figure f %}: a computed number with its passport."""
    return figure_html(value)
