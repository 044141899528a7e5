"""The list of nail units: who stands where, what may be decided next and why, and who might be put on it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Min
from django.db.models.functions import Coalesce

from zhijia.accounts.models import Post
from zhijia.kit.period import add_months
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.drive.limits import number, terms_on
from zhijia.registers.organising.drive.nails import LEFT, living_nails
from zhijia.registers.organising.drive.rules.ladder import FUND, STEPS, Proposal, Visit, entry_of, next_of
from zhijia.registers.organising.drive.visits import living_visits, wills_against
from zhijia.registers.organising.employers import OPERATING, Employer
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.deadlines import work_calendar
from zhijia.schemes.words import said

NO_UNIT = gettext_noop("没有编号为%(number)s的单位，或它不在您的管理范围内。")
COVERED = "3"


@dataclass(frozen=True)
class Standing:
    """One unit on the list with what may be decided now."""

    nail: Any
    proposal: Proposal


@dataclass(frozen=True)
class Candidate:
    """A workplace that was against a union on its last visit, and whether that is enough for the list."""

    employer: Any
    proposal: Proposal


def nails_for(post: Post) -> Any:
    """The units a post may see, those that left included."""
    post.may("nails.view").insist()
    return living_nails().visible_to(post).select_related("employer__union", "organisation")


def nail_of(post: Post, number_: int) -> Any:
    """One of them; NotFound outside the post's scope."""
    found = nails_for(post).filter(pk=number_).first()
    if found is None:
        raise NotFound(NO_UNIT, number=number_)
    return found


def on_the_list(post: Post, on: dt.date) -> list[Standing]:
    """Everybody still on the list, the highest step and the longest wait first."""
    terms, calendar = terms_on(on), work_calendar()
    found = []
    for nail in nails_for(post).exclude(level=LEFT).order_by("-level", "since", "pk"):
        founded = nail.employer.union_id is not None
        found.append(Standing(nail, next_of(nail.level, nail.since, on, terms, calendar, founded=founded)))
    return found


def candidates(post: Post, on: dt.date) -> list[Candidate]:
    """Workplaces without a union that were against one on their last visit and are not on the list."""
    post.may("nails.view").insist()
    listed = living_nails().exclude(level=LEFT).values("employer")
    against = living_visits().filter(will__in=wills_against()).values("employer")
    rows = Employer.objects.filter(LIVING, union__isnull=True, pk__in=against).exclude(pk__in=listed)
    return _judged(rows.visible_to(post), on)


def candidate_of(post: Post, number_: int, on: dt.date) -> Candidate:
    """One workplace judged for the list; NotFound outside the post's scope."""
    post.may("nails.view").insist()
    found = _judged(Employer.objects.filter(LIVING, pk=number_).visible_to(post), on)
    if not found:
        raise NotFound(NO_UNIT, number=number_)
    return found[0]


def _judged(rows: Any, on: dt.date) -> list[Candidate]:
    registered = Coalesce(Min("versions__since"), F("since"))
    employers = list(rows.select_related("organisation").annotate(registered_on=registered).order_by("sort_pinyin"))
    visits, terms = _visits(employers), terms_on(on)
    judged = []
    for employer in employers:
        seen = [visit for visit in visits.get(employer.pk, ()) if visit.visited_on <= on]
        told = [Visit(visit.visited_on, visit.will in wills_against()) for visit in seen]
        excuse = _excuse(employer, seen[-1], on) if seen else ""
        judged.append(Candidate(employer, entry_of(told, excuse, terms)))
    return judged


def _visits(employers: Sequence[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for visit in living_visits().filter(employer__in=employers).order_by("visited_on", "pk"):
        found[visit.employer_id].append(visit)
    return found


def _excuse(employer: Any, last: Any, on: dt.date) -> str:
    """The good reason that follows from the registers, in words; the others a person gives when the unit leaves."""
    if employer.union_id is not None or last.standing == COVERED:
        return code_label("nail-reason", "FOUNDED" if employer.union_id else "COVERED")
    if employer.operating_state not in OPERATING:
        return code_label("nail-reason", "L3")
    if add_months(employer.registered_on, number("nail.young-months", on)) > on:
        return code_label("nail-reason", "L4")
    return ""


def steps_for(post: Post, nail: Any, on: dt.date) -> list[tuple[str, str]]:
    """The steps a post may decide for a unit now, as (code, label): onward, those of its level, and leaving."""
    if nail.level == LEFT:
        return []
    entries, terms = catalogue().codes["nail-level"].entries, terms_on(on)
    county = level_of(post.organisation.kind) == "county"
    onward = STEPS[STEPS.index(nail.level) + 1 :]
    allowed = [
        step for step in onward if (county or entries[step].group == "committee") and (terms.fund or step != FUND)
    ]
    return [(step, said(entries[step].label)) for step in (*allowed, LEFT)]
