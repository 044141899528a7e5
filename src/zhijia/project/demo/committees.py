"""Terms and officers of the unions: chains of terms, some renewed late, some overdue; chairs, some of them full-time."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from zhijia.kit.period import add_months
from zhijia.project.demo.days import TODAY
from zhijia.project.demo.dice import stream
from zhijia.project.demo.founding import founded_this_year
from zhijia.project.demo.names import person
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.temper import Temper

TERM, POSITION = "organising.term", "organising.position"
_DAY = dt.timedelta(days=1)
_KEPT = 3


def terms_of(draft: Draft, temper: Temper, seed: int) -> list[dict[str, Any]]:
    """The last terms of a union founded before this year (this year's unions get their first when founded)."""
    if founded_this_year(draft.founded_on):
        return []
    rng = stream(seed, "terms", draft.number)
    months, start, number = rng.choice((36, 36, 60)), draft.founded_on, 1
    terms: list[dict[str, Any]] = []
    while True:
        ends = add_months(start, months) - _DAY
        term = {"union": draft.union, "number": number, "starts_on": start, "ends_on": ends, "since": start}
        terms.append(term)
        following = _next_start(ends, temper, rng)
        if following >= TODAY:
            if ends < TODAY and rng.random() < 0.35 and add_months(ends, 4) > TODAY:
                term |= {"extended_to": add_months(ends, 4), "reply_no": f"射工批〔2014〕{draft.number}号"}
            return terms[-_KEPT:]
        start, number = following, number + 1


def _next_start(ends: dt.date, temper: Temper, rng: Random) -> dt.date:
    """When the next term began: by the day, or late by some months."""
    if rng.random() < temper.terms:
        return ends - dt.timedelta(days=rng.randint(0, 25))
    return ends + dt.timedelta(days=rng.randint(30, 700))


def officers_of(draft: Draft, started: dt.date, seed: int) -> Iterator[dict[str, Any]]:
    """Chair, and with size vice-chair, auditor and women's officer, since the present term began."""
    rng = stream(seed, "officers", draft.number)
    full_time = draft.employees >= 200 and rng.random() < 0.58
    grade = "T2" if draft.unit_kind in "IG" else "M2" if draft.employees >= 50 else "M3"
    yield _office(draft, rng, started, "chair", "UC", full_time=full_time, grade=grade)
    if draft.members >= 100:
        yield _office(draft, rng, started, "vice-chair", "UC", full_time=False, grade="M3")
    if draft.members >= 25:
        yield _office(draft, rng, started, "auditor", "FA", full_time=False, grade="M9")
    if draft.women >= 10:
        yield _office(draft, rng, started, "women", "WC", full_time=False, grade="M9", woman=True)


def _office(
    draft: Draft,
    rng: Random,
    started: dt.date,
    role: str,
    body: str,
    *,
    full_time: bool,
    grade: str,
    woman: bool = False,
) -> dict[str, Any]:
    name, _ = person(rng, woman or rng.random() < 0.25)
    return {
        "organisation": draft.union.organisation, "name": name, "role": role, "body": body, "starts_on": started,
        "since": started, "full_time": full_time, "grade": grade, "chosen_by": rng.choice("112"),
        "reply_no": f"射工批〔{started.year}〕{draft.number}号",
    }  # fmt: skip
