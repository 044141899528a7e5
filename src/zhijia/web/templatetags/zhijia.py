"""Small words of the templates: figures with their passport, dates, shown values."""

from typing import Protocol

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhijia.indicators.rules import Figure
from zhijia.kit.problem import Problem
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said as said_word
from zhijia.web.components.figure import figure_html

register = template.Library()


class Wishes(Protocol):
    """What an address asks for, and how it is asked with some wishes changed."""

    def query(self, **changes: object) -> str:
        """The query string."""
        ...


@register.filter
def get(mapping: dict[str, object], key: str) -> object:
    """A value of a mapping by a computed key, or nothing."""
    return mapping.get(key, "")


@register.filter
def thousands(number: object) -> str:
    """38,408: a count on a page; anything that is no whole number as it is."""
    return f"{number:,}" if isinstance(number, int) else str(number)


@register.filter
def edition_title(name: str) -> str:
    """Title of the procedure of a case, by the name of its edition."""
    return catalogue().cases[name].title


@register.filter
def said(word: str) -> str:
    """{{ indicator.title|said }}: a word of the catalogue in the reader's language."""
    return said_word(str(word))


@register.simple_tag
def figure(value: Figure) -> SafeString:
    """{% figure f %}: a computed number with its passport."""
    return figure_html(value)


@register.filter
def sentence(told: Problem) -> str:
    """A sentence of the pure layers in the reader's language."""
    return told.sentence(gettext)


@register.simple_tag
def looking(wishes: Wishes, **changes: object) -> str:
    """{% looking look view="week" %}: the same address with other wishes."""
    return wishes.query(**changes)
