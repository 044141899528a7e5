"""Which indicator a clause probably means, for the officer to accept or change."""

from zhijia.schemes.catalogue import catalogue
from zhijia.targets.plantext import suggest
from zhijia.targets.plantext.units import PERCENT, counts_alike

LEAST_FIT = 0.35


def likely_indicator(subject: str, unit: str) -> str:
    """Key of the indicator whose name fits the subject best; '' when none fits well.

    Rates go with rates only, and counts only with what the same words count.
    """
    names = {
        key: (indicator.title, indicator.short or indicator.title, *indicator.aliases)
        for key, indicator in catalogue().indicators.items()
        if counts_alike(PERCENT if indicator.unit == "percent" else indicator.unit, unit)
    }
    ranked = suggest(subject, unit, names)
    return ranked[0][0] if ranked and ranked[0][1] >= LEAST_FIT else ""
