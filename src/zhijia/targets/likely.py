"""Which indicator a clause probably means, for the officer to accept or change."""

from zhijia.schemes.catalogue import catalogue
from zhijia.targets.plantext import suggest

LEAST_FIT = 0.35
# Counting words that may count the same things; any other word goes with itself only.
ALIKE = (("家", "个", "户", "所"), ("人", "人次"), ("次", "场", "场次", "期"), ("项", "条", "件", "个"))


def likely_indicator(subject: str, unit: str) -> str:
    """Key of the indicator whose name fits the subject best; '' when none fits well.

    Rates go with rates only, and counts only with what the same words count.
    """
    names = {
        key: (indicator.title, indicator.short or indicator.title, *indicator.aliases)
        for key, indicator in catalogue().indicators.items()
        if _counts_alike(indicator.unit, unit)
    }
    ranked = suggest(subject, unit, names)
    return ranked[0][0] if ranked and ranked[0][1] >= LEAST_FIT else ""


def _counts_alike(indicator_unit: str, unit: str) -> bool:
    ours = "%" if indicator_unit == "percent" else indicator_unit
    return ours == unit or any(ours in words and unit in words for words in ALIKE)
