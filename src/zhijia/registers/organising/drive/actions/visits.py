"""Writing down a visit. Entries may come late from a phone that had no connection, so what others wrote meanwhile is
compared field by field with what the phone had seen; where both changed a field, a person chooses.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.actions import change_fact, correct_fact, record_fact
from zhijia.registers.organising.drive.clash import FieldClash, VisitClash
from zhijia.registers.organising.drive.queries.rounds import ANSWERS, COUNTS, current_of, last_visit, printed
from zhijia.registers.organising.drive.rounds import SurveyRound
from zhijia.registers.organising.drive.visits import VISITS, living_visits
from zhijia.registers.organising.employers import EMPLOYERS, Employer

GONE = gettext_noop("“%(name)s”已经不在单位台账中，没有保存；请联系县总工会组织部。")
AHEAD = gettext_noop("走访日期%(on)s在今天之后，请核对。")
CLOSED = gettext_noop("本轮摸排已于%(day)s办结，不能再填写走访记录。")
NOT_HERE = gettext_noop("“%(name)s”不在本轮摸排的镇区。")


@transaction.atomic
def record_visit(
    *,
    held: SurveyRound,
    employer: Employer,
    values: Mapping[str, Any],
    by: Post | None,
    at: dt.datetime,
    on: dt.date,
    base: Mapping[str, str] | None = None,
) -> Any:
    """Write a visit; counts and operating state go on to the register of workplaces from that day.

    `values` are fields of the visit, `visited_on` among them; `base` is what the writer had before the eyes, field by
    field (None: the present state). A second entry of the same day sets the first right; the same entry twice is one.
    """
    living = Employer.objects.select_for_update().living().filter(pk=employer.pk).first()
    if living is None:
        raise Conflict(GONE, name=employer.name)
    _insist(held, living, values["visited_on"], on)
    last = last_visit(held, living.pk)
    current = current_of(living, last)
    _insist_unchanged(living, values, base, current, last)
    same_day = living_visits().filter(
        round=held, employer=living, visited_on=values["visited_on"]
    ).first()  # fmt: skip
    if same_day is None:
        facts = {**values, "round": held, "employer": living, "since": values["visited_on"]}
        row = record_fact(VISITS, values=facts, by=by, at=at)
    elif all(getattr(same_day, name) == value for name, value in values.items()):
        row = same_day
    else:
        row = correct_fact(VISITS, row=same_day, values=dict(values), by=by, at=at)
    _carry(living, values, by, at)
    return row


def _insist(held: SurveyRound, employer: Any, visited_on: dt.date, on: dt.date) -> None:
    if held.closed_on is not None:
        raise Conflict(CLOSED, day=held.closed_on)
    if not str(employer.organisation.path).startswith(str(held.organisation.path)):
        raise Problem(NOT_HERE, name=employer.name)
    if visited_on > on:
        raise Problem(AHEAD, on=visited_on)


def _insist_unchanged(
    employer: Any, values: Mapping[str, Any], base: Mapping[str, str] | None, current: Mapping[str, str], last: Any
) -> None:
    """VisitClash with every field that somebody else changed since `base` and that this entry would overwrite."""
    if base is None:
        return
    clashes = []
    for name in (*COUNTS, *ANSWERS):
        mine = printed(values.get(name))
        if current[name] not in (base.get(name, ""), mine):
            clashes.append(FieldClash(name, current[name], mine))
    if clashes:
        raise VisitClash(employer, clashes, current, last)


def _carry(employer: Any, values: Mapping[str, Any], by: Post | None, at: dt.datetime) -> None:
    """The register of workplaces follows the visit, unless it was changed as of a later day."""
    changed = {name: values[name] for name in COUNTS if name in values and getattr(employer, name) != values[name]}
    if changed and values["visited_on"] >= employer.since:
        change_fact(EMPLOYERS, row=employer, values=changed, on=values["visited_on"], by=by, at=at, same_day=True)
