"""Rounds, their workplaces in order of priority, and how far a round has come."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Min
from django.db.models.functions import Coalesce

from zhijia.accounts.models import Post
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.drive.limits import limits_on
from zhijia.registers.organising.drive.rounds import SurveyRound, living_rounds
from zhijia.registers.organising.drive.rules.priority import LADDER, Limits, Priority, Ranked, Workplace, priority_of
from zhijia.registers.organising.drive.visits import SurveyVisit, living_visits
from zhijia.registers.organising.employers import OPERATING, SURVEYED_STATES, Employer
from zhijia.schemes.catalogue import catalogue

NO_ROUND = gettext_noop("没有编号为%(number)s的摸排轮次，或它不在您的管理范围内。")
SHELL, COOPERATIVE = "4", "C"
# What a visit sets right in the register of workplaces; the rest stands in the visit alone.
COUNTS = ("employees", "women", "migrants", "operating_state")
ANSWERS = ("standing", "will", "obstacle", "suggested_form", "contact", "phone", "plan_on", "next_step")
ORDER: Mapping[Priority, int] = {
    level: place
    for place, level in enumerate(
        (*reversed(LADDER), Priority.RESTANDARDISE, Priority.STOPPED, Priority.FOUNDED)
    )
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """One workplace in a round: its row, its last visit in the round, its priority, and what a form would show now."""

    employer: Any
    visit: Any
    ranked: Ranked
    current: Mapping[str, str]


def rounds_for(post: Post) -> Any:
    """The rounds a post may see, newest first."""
    post.may("survey.view").insist()
    rounds = living_rounds().visible_to(post).select_related("organisation")
    return rounds.order_by("-starts_on", "organisation__path")


def round_for(post: Post, number: int) -> SurveyRound:
    """One round; NotFound outside the post's scope."""
    found: SurveyRound | None = rounds_for(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_ROUND, number=number)
    return found


def workplaces_of(held: SurveyRound) -> Any:
    """The workplaces a round must walk through: those of the committee that have not ended."""
    rows = Employer.objects.filter(LIVING).within(str(held.organisation.path))
    return rows.filter(operating_state__in=SURVEYED_STATES)


def sheets_of(held: SurveyRound, on: dt.date) -> list[Sheet]:
    """All workplaces of a round, the most urgent first; two queries."""
    first = Coalesce(Min("versions__since"), F("since"))
    employers = workplaces_of(held).select_related("organisation", "union").annotate(registered_on=first)
    visits = visits_of(held)
    limits = limits_on(on)
    sheets = [sheet_of(employer, visits.get(employer.pk), on, limits) for employer in employers]
    return sorted(sheets, key=lambda one: (ORDER[one.ranked.level], -one.employer.employees, one.employer.sort_pinyin))


def sheet_of(employer: Any, visit: Any, on: dt.date, limits: Limits) -> Sheet:
    """One of them; `registered_on` of the workplace is the day from which the register knows it."""
    return Sheet(employer, visit, priority_of(_seen(employer, visit, on), limits), current_of(employer, visit))


def visits_of(held: SurveyRound) -> dict[int, Any]:
    """The last visit of each workplace in a round."""
    rows = living_visits().filter(round=held).select_related("recorded_by__user").order_by("visited_on", "pk")
    return {row.employer_id: row for row in rows}


def last_visit(held: SurveyRound, employer: int) -> Any:
    """The last visit of one workplace in a round, or None."""
    rows = living_visits().filter(round=held, employer=employer).select_related("recorded_by__user")
    return rows.order_by("-visited_on", "-pk").first()


def current_of(employer: Any, visit: Any) -> dict[str, str]:
    """What is known now, as a form would print it: counts from the register, answers from the last visit."""
    counts = {name: str(getattr(employer, name)) for name in COUNTS}
    known = visit or SurveyVisit(standing="2" if employer.union_id else "0", phone=employer.phone)
    return {**counts, **{name: printed(getattr(known, name)) for name in ANSWERS}}


def printed(value: Any) -> str:
    """A value as a form field carries it."""
    return "" if value is None else value.isoformat() if isinstance(value, dt.date) else str(value)


def coverage_of(held: SurveyRound, on: dt.date) -> tuple[int, int]:
    """(workplaces visited in the round, workplaces to be visited) as of a day; two queries."""
    whole = workplaces_of(held)
    seen = living_visits().filter(round=held, visited_on__lte=on).values("employer")
    return whole.filter(pk__in=seen).count(), whole.count()


def _seen(employer: Any, visit: Any, on: dt.date) -> Workplace:
    registered = getattr(employer, "registered_on", employer.since)
    return Workplace(
        employees=employer.employees,
        operating=employer.operating_state in OPERATING,
        has_union=employer.union_id is not None,
        shell=bool(visit and visit.standing == SHELL),
        above_scale=employer.above_scale,
        has_party_org=employer.has_party_org,
        two_new=employer.two_new,
        months=(on.year - registered.year) * 12 + on.month - registered.month - (on.day < registered.day),
        sector=_sector(employer),
    )


def _sector(employer: Any) -> str:
    """The county's priority sector a workplace belongs to, in words."""
    entries = catalogue().codes["priority-sector"].entries
    if employer.unit_kind == COOPERATIVE and COOPERATIVE in entries:
        return entries[COOPERATIVE].label
    if employer.industry in entries and entries[employer.industry].group == "industry":
        return code_label("priority-sector", employer.industry)
    return ""
