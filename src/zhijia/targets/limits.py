"""The county's limits on a day: when a target is green or yellow, when a supervision slip is due."""

import datetime as dt
from fractions import Fraction

from zhijia.schemes.catalogue import catalogue
from zhijia.targets.rules import SlipLimits, Thresholds


def thresholds_on(on: dt.date) -> Thresholds:
    """The county's limits for green and yellow on a day."""
    book = catalogue()
    return Thresholds(
        green=Fraction(book.number("pace.green", on)) / 100, yellow=Fraction(book.number("pace.yellow", on)) / 100
    )


def slip_limits_on(on: dt.date) -> SlipLimits:
    """The county's limits for supervision slips on a day."""
    book = catalogue()
    return SlipLimits(
        days_before=int(book.number("slip.days-before", on)),
        slow=Fraction(book.number("pace.slow", on)) / 100,
        far=Fraction(book.number("pace.yellow", on)) / 100,
    )
