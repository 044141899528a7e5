"""When a step with votes is decided: any one role, all of them, or so many of them."""

from collections.abc import Sequence

from zhijia.cases.rules.records import Rec
from zhijia.schemes.steps import Step


def decided(step: Step, votes: Sequence[Rec]) -> str | None:
    """The outcome the votes have settled, None while they have not.

    With one vote needed the first decides. Otherwise the first outcome written needs so many votes; once it can no
    longer get them, the last outcome stands. A step without outcomes is decided by votes for "".
    """
    if not votes:
        return None
    if step.needed == 1:
        return votes[0].outcome
    wanted, otherwise = (next(iter(step.outcomes), ""), list(step.outcomes)[-1] if step.outcomes else "")
    agreed = sum(vote.outcome == wanted for vote in votes)
    if agreed >= step.needed:
        return wanted
    left = len(step.by) - len(votes)
    return otherwise if agreed + left < step.needed else None
