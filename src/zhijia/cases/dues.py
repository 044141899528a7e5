"""What falls due of cases: the step at which each open case stands, by the limit its edition gives it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhijia.cases.editions import NEAR
from zhijia.cases.models import Case
from zhijia.cases.queries.lists import cases_for
from zhijia.kit.deadlines import set_day
from zhijia.registers.base.dues import Asked, Due, DueKind, announce_due, state_on
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import warning_of
from zhijia.schemes.words import said

SUBJECT = "cases.case"


def cases(asked: Asked) -> Iterator[Due]:
    """Open cases with a limit. What a case is about may be a person, so what leaves the house names its number only."""
    warn = warning_of(NEAR, asked.on)
    rows: Any = cases_for(asked.post, asked.on).filter(open=True, due_on__lte=asked.horizon(warn))
    for case in islice(rows.order_by("due_on", "pk"), asked.most):
        if str(case.organisation.path).startswith(asked.within):
            yield _due(case, asked)


def _due(case: Case, asked: Asked) -> Due:
    edition = catalogue().cases[case.edition]
    told = {"procedure": said(edition.title), "step": said(edition.step(case.step).label), "number": case.number}
    assert case.due_on is not None
    last = set_day(case.due_on, event=case.applied_on)
    return Due(
        "case", _("%(procedure)s：%(step)s（%(number)s）") % told, case.organisation, last,
        state_on(last, asked, warning_of(NEAR, asked.on)), SUBJECT, case.pk, edition.title, edition.basis,
        _("%(procedure)s：%(step)s（%(title)s）") % {**told, "title": case.title},
    )  # fmt: skip


def announce_dues() -> None:
    """Say what falls due; called once at start-up."""
    announce_due(DueKind("case", gettext_lazy("办件"), "cases.view", cases))
