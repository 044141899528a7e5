"""Words of the catalogue that a screen shows, and their English: `catalogue/english/*.yaml`, Chinese word -> English.

Papers of the county are Chinese in either language and never ask here; a screen asks `said`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BaseModel

from zhijia.schemes.load import Strict

if TYPE_CHECKING:
    from zhijia.schemes.catalogue import Catalogue

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SHOWN = "shown on screens in either language"
# Type of a field of a grammar whose text stands on screens: it has to have its English.
Word = Annotated[str, SHOWN]
Place = tuple[str | int, ...]


class English(Strict):
    """English of some words; a county may add a file of its own."""

    english: str
    words: dict[str, str]


def shown_words(catalogue: "Catalogue") -> Iterator[tuple[Place, str]]:
    """Every Chinese word of the catalogue that stands on screens, with its kind, key and place."""
    for kind in fields(catalogue):
        yield from _inside(getattr(catalogue, kind.name), False, (kind.name,))


def without_english(catalogue: "Catalogue") -> Iterator[tuple[Place, str]]:
    """Those that lack their English, each word once, at its first place."""
    told = set(catalogue.english)
    for place, word in shown_words(catalogue):
        if word not in told:
            told.add(word)
            yield place, word


def _inside(value: Any, is_word: bool, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            marked = SHOWN in field.metadata or any(SHOWN in _notes(part) for part in get_args(field.annotation))
            yield from _inside(getattr(value, name), marked, (*place, name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(one, is_word, (*place, key))
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _inside(one, is_word, (*place, at))
    elif is_word and isinstance(value, str) and CHINESE.search(value):
        yield place, value


def _notes(part: Any) -> tuple[Any, ...]:
    return tuple(getattr(part, "__metadata__", ()))


_language: Callable[[], str | None] = lambda: None  # noqa: E731 - replaced at start-up


def listen_to(language: Callable[[], str | None]) -> None:
    """Name the function that tells the reader's language; set once at start-up, since this package knows no Django."""
    global _language  # the one process-wide setting of this module
    _language = language


def said(word: str) -> str:
    """A word of the catalogue in the reader's language; Chinese where nobody wrote the English."""
    from zhijia.schemes.catalogue import catalogue

    return catalogue().english.get(word, word) if (_language() or "").startswith("en") else word
