"""Bodies, certificates and trainings of the demo's unions: most have what they owe, some have not, some are late."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from zhijia.kit.period import add_months
from zhijia.project.demo.days import LAST_ENTRY, TODAY
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.founding import founded_this_year
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.temper import Temper

BODY, CERTIFICATE, TRAINING = "organising.body", "organising.certificate", "organising.training"
_DAY = dt.timedelta(days=1)
Values = dict[str, Any]


def bodies_of(draft: Draft, temper: Temper, seed: int) -> Iterator[Values]:
    """The committee always; audit and women's bodies and the others by size, kind and temper."""
    rng = stream(seed, "bodies", draft.number)
    chances = {"UC": 1.0, "SC": 0.85 if draft.unit_kind in "EI" else 0.0, "LM": 0.6 if draft.unit_kind == "E" else 0.0}
    chances |= {"LS": chances["LM"] * 0.7, "SP": chances["LM"]}
    chances["FA"] = 0.35 + 0.65 * temper.legal if draft.members >= 60 else 0.0
    chances["WC"] = 0.3 + 0.7 * temper.women if draft.women >= 10 else 0.0
    fresh = founded_this_year(draft.founded_on)
    if fresh:
        chances["UC"] = 0.0  # its founding entered it
    for body, chance in chances.items():
        day = draft.founded_on + (rng.randint(0, 110) if fresh else 0) * _DAY
        if rng.random() < chance and day <= LAST_ENTRY:
            yield {
                "union": draft.union, "body": body, "established_on": day, "since": day,
                "seats": 3 if body in ("FA", "LS") else None, "reply_no": f"射工批〔{draft.founded_on.year}〕{draft.number}号",
            }  # fmt: skip


def legal_until(draft: Draft, temper: Temper, seed: int) -> dt.date | None:
    """Until when the union's certificate is valid: over for some; None for those who never had one."""
    rng = stream(seed, "legal", draft.number)
    if founded_this_year(draft.founded_on) or rng.random() >= temper.legal:
        return None
    return add_months(TODAY, rng.choice((-8, -3, 1, 2, 9, 14, 20, 27, 33)))


def certificates_of(draft: Draft, chair: str, temper: Temper, seed: int) -> Iterator[Values]:
    """The certificate of a union that is a legal person; now and then it still names the chair before this one."""
    until = legal_until(draft, temper, seed)
    if until is None:
        return
    rng, starts = stream(seed, "certificate", draft.number), add_months(until, -36) + _DAY
    yield {
        "union": draft.union, "number": f"工法证字第{100000 + draft.number}号", "valid_from": starts, "valid_until": until,
        "legal_person": chair if rng.random() < 0.9 else "陆承业", "authority": "县总工会", "since": starts,
    }  # fmt: skip


def trainings_of(draft: Draft, chair: str, started: dt.date, temper: Temper, seed: int) -> Iterator[Values]:
    """The chair's course: mostly in the first year, sometimes later, sometimes never."""
    rng = stream(seed, "training", draft.number)
    held = day_between(rng, started + 20 * _DAY, started + (330 if rng.random() < temper.terms else 700) * _DAY)
    ends = held + 2 * _DAY
    if rng.random() < 0.12 or ends > LAST_ENTRY:
        return
    yield {
        "organisation": draft.union.organisation, "name": chair, "kind": rng.choice(("CHAIR", "CHAIR", "CADRE")),
        "starts_on": held, "ends_on": ends, "hours": rng.choice((16, 24)), "organiser": "县总工会组织部",
        "since": held,
    }  # fmt: skip
