"""The columns of a form as both sides know them: what the office may call them, what the product hands out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from zhijia.kit.cells import compact

Kind = Literal["text", "code", "number", "money", "date", "choice", "yes-no"]

_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
_JOINED = re.compile(r"[/或及、]")
_STARS = "*★☆:：.。、"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `aliases` are other headings that mean it; `code` columns stay text to the last digit.

    `choices` are offered as a drop-down; `width` is in characters; `sample` stands in the grey row of the template;
    `group` is the heading above, where several columns share one.
    """

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    width: float = 12
    sample: str = ""
    group: str = ""

    @property
    def headings(self) -> frozenset[str]:
        """All headings by which it is known, in comparable form."""
        return frozenset(map(heading, (self.label, *self.aliases)))


def headings_in(cell: object) -> list[str]:
    """The heading of a cell, then those it joins by a stroke or 或 (身份证号/护照号)."""
    whole = heading(cell)
    parts = [part for part in _JOINED.split(whole) if part]
    return [whole, *parts] if len(parts) > 1 else [whole]


def heading(cell: object) -> str:
    """A heading in comparable form: half-width, without blanks, stars, colons and what stands in brackets."""
    text = compact(cell)
    return (_BRACKETS.sub("", text) or text).strip(_STARS).lower()
