"""What is kept beside each act: the case's own columns, by which rules it was judged, on which day it was written down."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from zhijia.cases.models import Case
from zhijia.cases.rules import State
from zhijia.cases.rules.judged import judged_by_rules
from zhijia.cases.rules.limits import Limits
from zhijia.schemes.cases import CaseEdition


def project(case: Case, state: State) -> None:
    """Bring the case's own columns up to the fold."""
    case.step, case.state = (state.step.key if state.step else ""), state.name
    case.due_on, case.open, case.answers = state.due_on, state.open, dict(state.answers)
    case.save()


def judgement(
    case: Case, edition: CaseEdition, limits: Limits, after: State, seen: Mapping[str, Any]
) -> dict[str, Any]:
    """By which rules, and what came out: enough to make the decision again."""
    return {
        "edition": case.edition, "digest": case.digest, "numbers": dict(limits.numbers),
        "step": after.step.key if after.step else "", "state": after.name, "ending": after.ending,
        "due_on": after.due_on.isoformat() if after.due_on else None,
        **judged_by_rules(edition, seen, limits.book),
    }  # fmt: skip


def day_of(at: dt.datetime) -> dt.date:
    """The day of a moment, in the county."""
    return timezone.make_naive(at).date() if timezone.is_aware(at) else at.date()
