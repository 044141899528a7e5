"""The hidden text by which a person or unit is found: as written, by full pinyin, by initials.

A query folded by `normalise_query` is looked for as a part of this text, so `syxzgh` finds 射阳县总工会 and both
`dan` and `shan` find 单. Tails of numbers are added by the registers that hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhijia.kit.text.fold import fold
from zhijia.kit.text.pinyin import spell, toneless, toneless_readings

_TAILS = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团|公司|联合工会|工会委员会|总工会|工会)+$")
_BRACKETS = re.compile(r"[(（].*?[)）]")


def search_key(name: str, aliases: Iterable[str] = (), *, person: bool = False, reading: str = "") -> str:
    """Words apart by one blank: folded name, full pinyin, initials for every reading of the first character.

    `aliases` (short and former names) are treated alike; `reading` is a person's own pinyin, where it is known.
    """
    words: dict[str, None] = {}
    for text in (name, *aliases):
        folded = fold(text)
        if folded:
            words.update(dict.fromkeys([folded, *_spellings(folded, person)]))
    if reading:
        words[re.sub(r"[1-5]", "", fold(reading))] = None
    return " ".join(words)


def _spellings(folded: str, person: bool) -> Iterator[str]:
    """Full pinyin and initials, once for every reading of the first character; a few microseconds a person."""
    first, *rest = map(toneless, spell(folded, person=person))
    tail, tail_initials = "".join(rest), "".join([syllable[0] for syllable in rest])
    for head in (first, *toneless_readings(folded[0])):
        yield head + tail
        yield head[0] + tail_initials


def unit_core(name: str, county: str = "") -> str:
    """A unit's name without what all units share: county, legal form, 工会; for offering near misses to a human."""
    folded = _BRACKETS.sub("", fold(name))
    bare = _TAILS.sub("", folded.removeprefix(fold(county)))
    return bare or folded
