"""Chinese text as officers search and sort it: pinyin with the surname's own reading, official stroke order."""

from zhijia.kit.text.fold import fold, normalise_query
from zhijia.kit.text.order import sort_pinyin, sort_stroke
from zhijia.kit.text.pinyin import readings_of, spell
from zhijia.kit.text.search import search_key, unit_core
from zhijia.kit.text.strokes import stroke_key, strokes_of

__all__ = [
    "fold",
    "normalise_query",
    "readings_of",
    "search_key",
    "sort_pinyin",
    "sort_stroke",
    "spell",
    "stroke_key",
    "strokes_of",
    "unit_core",
]
