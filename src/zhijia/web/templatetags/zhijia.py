"""Small words of the templates: figures with their passport, dates, shown values."""

from django import template
from django.utils.safestring import SafeString

from zhijia.indicators.rules import Figure
from zhijia.web.components.figure import figure_html

register = template.Library()


@register.filter
def get(mapping: dict[str, object], key: str) -> object:
    """A value of a mapping by a computed key, or nothing."""
    return mapping.get(key, "")


@register.simple_tag
def figure(value: Figure) -> SafeString:
    """{% figure f %}: a computed number with its passport."""
    return figure_html(value)
