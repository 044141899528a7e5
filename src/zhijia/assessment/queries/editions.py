"""Which edition of a score sheet holds on a day."""

import datetime as dt

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.catalogue import catalogue

STARS = "workers-home-stars"
NO_EDITION = gettext_noop("没有考评办法“%(key)s”，请在目录的 assessments 里补上。")


def edition_on(key: str, on: dt.date) -> Assessment:
    """The newest edition of a sheet not later than the year of the day, else the oldest; NotFound without any."""
    known = sorted(
        (one for one in catalogue().assessments.values() if one.assessment == key), key=lambda one: one.edition
    )
    if not known:
        raise NotFound(NO_EDITION, key=key)
    begun = [one for one in known if one.edition <= on.year]
    return begun[-1] if begun else known[0]


def edition_named(name: str) -> Assessment:
    """An edition by its full name; NotFound for any other."""
    found = catalogue().assessments.get(name)
    if found is None:
        raise NotFound(NO_EDITION, key=name)
    return found
