"""Arithmetic of assessment beside the sheet itself: who is invited to a survey, when it is valid, the path of the years."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from zhijia.kit.period import add_months, add_years
from zhijia.schemes.assessments.bands import Survey
from zhijia.schemes.assessments.evidence import Record, Value
from zhijia.schemes.catalogue import catalogue

VALID = "star.valid-years"
Counts = Mapping[str, Mapping[str, int]]


def invited_of(survey: Survey, members: int) -> int:
    """How many are invited: everybody up to a number, else the larger of a number and a share, rounded up."""
    if members <= survey.all_up_to:
        return members
    share = -(-members * Fraction(survey.share) // 100)
    return min(members, max(survey.least, int(share)))


def is_valid(survey: Survey, invited: int, answered: int, *, on_paper: bool) -> bool:
    """Whether enough of the invited answered; nobody invited is no survey."""
    needed = survey.valid_on_paper if on_paper else survey.valid
    return invited > 0 and Fraction(answered * 100, invited) >= Fraction(needed)


def satisfaction_of(survey: Survey, question: str, counts: Counts) -> Value:
    """Satisfied answers over valid answers of one question."""
    given = counts.get(question, {})
    good = survey.questions[question].good
    return Value(sum(given.get(choice, 0) for choice in good), sum(given.values()))


def enough_to_show(survey: Survey, answered: int) -> bool:
    """Fewer answers than that would tell who gave them."""
    return answered >= survey.smallest


def needed_for(percent: Decimal, of: int, have: int) -> int:
    """How many more reach a share: the target rounded up, less those there are."""
    return max(0, int(-(-Fraction(percent) * of // 100)) - have)


def record_of(ratings: Sequence[tuple[dt.date, int]], on: dt.date) -> Record:
    """What a unit holds on a day from its ratings (day, band) in order; a band runs out after its years.

    Months are whole ones since the last time the unit held less.
    """
    years = int(catalogue().number(VALID, on))
    day, star = ratings[-1]
    if add_years(day, years) <= on:
        star = 0
    months: dict[int, int] = {}
    for band in range(1, star + 1):
        since = None
        for rated, reached in ratings:
            since = (since or rated) if reached >= band else None
        if since is not None:
            months[band] = whole_months(since, on)
    return Record(star, months, rated=True)


def whole_months(since: dt.date, on: dt.date) -> int:
    """Whole months from one day to another."""
    months = (on.year - since.year) * 12 + on.month - since.month
    return months if add_months(since, months) <= on else months - 1


def subsidy_of(star: int, before: int, on: dt.date) -> int:
    """Yuan for a star: what it is worth less what the star held before was worth; never below nothing."""

    def worth(band: int) -> int:
        return int(catalogue().number(f"star.subsidy-{band}", on)) if band else 0

    return max(0, worth(star) - worth(before))
