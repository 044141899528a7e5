"""Arithmetic of assessment beside the sheet itself: who is invited to a survey, when it is valid, the path of the years."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from zhijia.schemes.assessments.bands import Survey
from zhijia.schemes.assessments.evidence import Value

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
