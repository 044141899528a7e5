"""How a stored value is shown to a person: labels for codes, words for flags, dates as in tables."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from zhijia.kit.money import format_yuan
from zhijia.registers.base.register import Column, Register
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said


def code_label(list_key: str, code: str) -> str:
    """Label of a code in the reader's language; an unknown code is shown as it is, so that old data stays readable."""
    entry = catalogue().codes[list_key].entries.get(code)
    return said(entry.label) if entry else code


def column_value(row: Any, column: Column) -> Any:
    """The raw value of a column: follows dots, calls nothing, None when a link is empty."""
    value = row
    for part in column.name.split("."):
        value = getattr(value, part, None)
        if value is None:
            return None
    return value


def shown(row: Any, column: Column) -> str:
    """The value as printed in lists, details and exports; masked columns only ever in their masked form."""
    return _in_words(column_value(row, column), column)


def shown_value(register: Register, name: str, value: Any) -> str:
    """A field's value in words, by the column of that name when the register shows one."""
    column = next((column for column in register.columns if column.name == name), Column(name))
    return _in_words(value, column)


def _in_words(value: Any, column: Column) -> str:
    if value is None or value == "":
        return ""
    if column.codes:
        return code_label(column.codes, str(value))
    if column.kind == "money":
        return format_yuan(int(value))
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
