"""Every model, register, indicator and role has its line in docs/glossary.md, in both languages, once."""

import re

from django.apps import apps

from tests.house.sources import CHINESE, ROOT
from zhijia.registers.base.register import registers
from zhijia.schemes.catalogue import catalogue

ROW = re.compile(r"^\| (.+?) \| (.+?) \| `(.+?)` \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    """(Chinese, English, identifier) of every line that has an identifier."""
    return ROW.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


def known() -> set[str]:
    """Everything that has a name in the program or the catalogue."""
    models = {
        f"{model._meta.app_label}.{model.__name__}" for model in apps.get_models() if model.__module__[:7] == "zhijia."
    }
    return models | {one.key for one in registers()} | set(catalogue().indicators) | set(catalogue().roles.roles)


def test_every_name_is_in_the_glossary() -> None:
    """Enter it there before using it."""
    assert known() - {identifier for _, _, identifier in rows()} == set()


def test_the_glossary_names_nothing_that_is_gone() -> None:
    """A name that was given up is taken out."""
    assert {identifier for _, _, identifier in rows()} - known() == set()


def test_each_line_has_both_languages_and_stands_once() -> None:
    """Chinese in the first column, none in the second."""
    found = rows()
    assert [row for row in found if not CHINESE.search(row[0]) or CHINESE.search(row[1])] == []
    identifiers = [identifier for _, _, identifier in found]
    assert [one for one in identifiers if identifiers.count(one) > 1] == []


def test_indicators_are_called_as_in_the_catalogue() -> None:
    """The officers' word is the catalogue's title."""
    titles = {key: indicator.title for key, indicator in catalogue().indicators.items()}
    assert [row for row in rows() if row[2] in titles and row[0] != titles[row[2]]] == []
