"""Elections, assemblies and chair checks of the demo's unions: sound ones, flawed ones, some waiting for a reply."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from zhijia.project.demo.days import LAST_ENTRY, NEW_YEAR
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.shapes import Draft
from zhijia.registers.organising.rules.chair import runs_as_enterprise
from zhijia.registers.organising.rules.sizes import band_of

ELECTION, CHAIR_CHECK = "organising.election", "organising.chair-check"
_DAY = dt.timedelta(days=1)
Values = dict[str, Any]


def elections_of(draft: Draft, terms: Sequence[Values], chair: str, seed: int) -> Iterator[Values]:
    """The election that opened the present term, a yearly assembly, and for some overdue terms one not yet approved."""
    rng = stream(seed, "elections", draft.number)
    started = terms[-1]["starts_on"] if terms else draft.founded_on
    kind = "FIRST" if not terms or terms[-1]["number"] == 1 else "RENEWAL"
    number = terms[-1]["number"] if terms else 1
    first = _election(draft, rng, kind, started, number, chair)
    replied = started + 9 * _DAY
    if replied <= LAST_ENTRY:
        first |= {"reply_on": replied, "reply_no": f"射工批〔{started.year}〕{draft.number}号"}
    yield first
    if started < dt.date(2013, 1, 1) and rng.random() < 0.7:
        held = day_between(rng, dt.date(2013, 3, 1), dt.date(2013, 12, 20))
        yield _assembly(draft, rng, "YEARLY", held)
    if terms and terms[-1]["ends_on"] < LAST_ENTRY - 30 * _DAY and rng.random() < 0.3:
        held = day_between(rng, LAST_ENTRY - 25 * _DAY, LAST_ENTRY - 5 * _DAY)
        yield _election(draft, rng, "RENEWAL", held, number + 1, chair)


def chair_checks_of(draft: Draft, chair: str, started: dt.date, seed: int) -> Iterator[Values]:
    """The check of the chair in office: mostly clear and confirmed, some open, a few excluded."""
    rng = stream(seed, "chair-check", draft.number)
    asked = ("x1", "x2", "x3", "x4", "x5", "x6", "x7") if runs_as_enterprise(draft.unit_kind) else ("x6", "x7")
    answers = dict.fromkeys(asked, "0")
    draw = rng.random()
    if draw < 0.08:
        return
    if draw < 0.14:
        answers[rng.choice(asked)] = ""
    elif draw < 0.19 and len(asked) > 2:
        answers[rng.choice(("x1", "x4", "x3"))] = "1"
    checked = started if started >= NEW_YEAR else started - 20 * _DAY
    clear = all(answers.values()) and "1" not in answers.values()
    confirmed = checked + 6 * _DAY
    grade = "T2" if draft.unit_kind in "IG" else "M2" if draft.employees >= 50 else "M3"
    yield {
        "union": draft.union, "name": chair, "checked_on": checked, "grade": grade, **answers, "since": checked,
        "confirmed_on": confirmed if clear and confirmed <= LAST_ENTRY and rng.random() < 0.93 else None,
    }  # fmt: skip


def _assembly(draft: Draft, rng: Random, kind: str, held: dt.date) -> dict[str, Any]:
    """Who was entitled and who came."""
    delegates = draft.members >= 100
    entitled = max(40, draft.members // 5) if delegates else draft.members
    return {
        "union": draft.union, "kind": kind, "held_on": held, "form": "DELEGATES" if delegates else "ALL",
        "members": draft.members, "entitled": entitled, "present": entitled - int(entitled * rng.uniform(0, 0.3)),
        "since": held,
    }  # fmt: skip


def _election(draft: Draft, rng: Random, kind: str, held: dt.date, number: int, chair: str) -> dict[str, Any]:
    """A whole election; now and then one thing was not as it should have been."""
    row = _assembly(draft, rng, kind, held)
    seats = band_of(draft.members, held).least
    votes = row["entitled"] // 2 + 1 + rng.randint(0, max(0, row["present"] - row["entitled"] // 2 - 1))
    row |= {
        "number": number, "years": rng.choice((3, 3, 5)), "ballot": "1", "seats": seats, "candidates": seats + 1,
        "lowest_votes": min(votes, row["present"]), "chair_name": chair, "chair_candidates": rng.choice((1, 2)),
        "notice_from": held - 12 * _DAY, "notice_until": held - 3 * _DAY, "stroke_order": "1",
        "party_agreed_on": held - 15 * _DAY, "upper_agreed_on": held - 14 * _DAY, "reported_on": held + 3 * _DAY if held + 3 * _DAY <= LAST_ENTRY else None,
    }  # fmt: skip
    flaws: Sequence[Values] = ({"ballot": ""}, {"notice_until": held - 9 * _DAY}, {"candidates": seats}, {"years": 4})
    return row | dict(rng.choice(flaws)) if rng.random() < 0.15 else row
