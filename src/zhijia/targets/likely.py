"""Which indicator a clause probably means: the one whose title or alias stands in its words, of the right kind."""

from zhijia.schemes.catalogue import catalogue


def likely_indicator(words: str, unit: str) -> str:
    """Key of the indicator with the longest name found in `words`; '' when none is. Rates go with rates only."""
    best, length = "", 0
    for key, indicator in catalogue().indicators.items():
        if (indicator.unit == "percent") != (unit == "%"):
            continue
        for name in (indicator.title, indicator.short, *indicator.aliases):
            if name and name in words and len(name) > length:
                best, length = key, len(name)
    return best
