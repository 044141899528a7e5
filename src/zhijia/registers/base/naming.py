"""Search and sort keys of a name."""

from collections.abc import Sequence

from zhijia.kit.text.order import sort_pinyin, sort_stroke
from zhijia.kit.text.search import search_key


def keys_of(name: str, tails: Sequence[str] = (), *, person: bool = False) -> tuple[str, str, str]:
    """(search text, pinyin key, stroke key) of a name; `tails` are further strings to be found by."""
    search = " ".join([search_key(name, person=person), *(tail for tail in tails if tail)])[:800]
    return search, sort_pinyin(name, person=person)[:200], sort_stroke(name)[:400]
