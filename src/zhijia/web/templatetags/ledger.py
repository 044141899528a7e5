"""Words of the pages of money."""

from django import template

from zhijia.kit.money import format_yuan
from zhijia.registers.base.show import code_label
from zhijia.schemes.words import said

register = template.Library()


@register.filter
def yuan(fen: int) -> str:
    """Whole fen as 1,835.00."""
    return format_yuan(int(fen))


@register.filter
def coded(code: str, codes: str) -> str:
    """A code in words, in the reader's language."""
    return said(code_label(codes, str(code)))
