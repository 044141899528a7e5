"""Beginning and closing survey rounds."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.actions import correct_fact, record_fact
from zhijia.registers.organising.drive.limits import number
from zhijia.registers.organising.drive.queries.rounds import coverage_of
from zhijia.registers.organising.drive.rounds import ROUNDS, SurveyRound, living_rounds

NOBODY = gettext_noop("请至少选择一个镇区或县直工会。")
NOT_A_COMMITTEE = gettext_noop("“%(place)s”不是镇区或县直工会，不能开展摸排。")
NO_NAME = gettext_noop("请填写轮次名称，如“2014年春季摸排”。")
STILL_OPEN = gettext_noop("“%(place)s”的“%(name)s”还没有办结，请先办结再开始新一轮。")
TOO_LITTLE = gettext_noop("走访了%(seen)s个，应走访%(whole)s个，未达到%(percent)s%%，不能办结；请先走访余下的单位。")
NOT_BEGUN = gettext_noop("本轮摸排%(day)s才开始，不能办结。")
CLOSED = gettext_noop("本轮摸排已于%(day)s办结。")


@transaction.atomic
def open_rounds(
    *,
    committees: Sequence[Organisation],
    name: str,
    starts_on: dt.date,
    ends_on: dt.date,
    by: Post | None,
    at: dt.datetime,
    responsible: str = "",
    sources: str = "",
) -> list[Any]:
    """Begin one round under one name in each committee; Conflict while an earlier one of a committee is open."""
    if not committees:
        raise Problem(NOBODY)
    if not name.strip():
        raise Problem(NO_NAME)
    made = []
    for place in committees:
        if level_of(place.kind) != "committee":
            raise Problem(NOT_A_COMMITTEE, place=place)
        open_one = living_rounds().filter(organisation=place, closed_on__isnull=True).first()
        if open_one is not None:
            raise Conflict(STILL_OPEN, place=place, name=open_one.name)
        values = {
            "organisation": place, "name": name.strip(), "starts_on": starts_on, "ends_on": ends_on, "since": starts_on,
            "responsible": responsible.strip(), "sources": sources.strip(),
        }  # fmt: skip
        made.append(record_fact(ROUNDS, values=values, by=by, at=at))
    return made


@transaction.atomic
def close_round(*, held: SurveyRound, on: dt.date, by: Post | None, at: dt.datetime) -> Any:
    """Close a round; Problem before enough of its workplaces were visited, saying how many are missing."""
    if held.closed_on is not None:
        raise Conflict(CLOSED, day=held.closed_on)
    if on < held.starts_on:
        raise Problem(NOT_BEGUN, day=held.starts_on)
    seen, whole = coverage_of(held, on)
    percent = number("survey.close-percent", on)
    if seen * 100 < whole * percent:
        raise Problem(TOO_LITTLE, seen=seen, whole=whole, percent=percent)
    return correct_fact(ROUNDS, row=held, values={"closed_on": on}, by=by, at=at)
