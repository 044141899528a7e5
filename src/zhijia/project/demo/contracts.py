"""Collective contracts: wages, comprehensive, safety, women; in force, running out this summer, expired, never made."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from zhijia.kit.period import add_months
from zhijia.project.demo.days import LAST_ENTRY, TODAY
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.founding import founded_this_year
from zhijia.project.demo.shapes import Draft, Firm
from zhijia.project.demo.temper import Temper

CONTRACT = "relations.contract"
_DAY = dt.timedelta(days=1)
_SUMMER = (TODAY + _DAY, dt.date(2014, 8, 31))
_LATER = (dt.date(2014, 9, 1), dt.date(2015, 6, 30))
_EXPIRED = (dt.date(2014, 3, 1), TODAY - _DAY)


def contracts_of(draft: Draft, temper: Temper, seed: int) -> Iterator[dict[str, Any]]:
    """Rows of one union's enterprises."""
    for firm in draft.firms:
        if firm.unit_kind == "E":
            rng = stream(seed, "contracts", firm.name)
            yield from filter(_possible, _rows(draft, firm, temper, rng))


def _possible(row: dict[str, Any]) -> bool:
    """Signed by now, and still running after the day on which the workplace came under its union."""
    return bool(row["signed_on"] <= LAST_ENTRY and row["effective_on"] < row["ends_on"])


def _rows(draft: Draft, firm: Firm, temper: Temper, rng: Random) -> Iterator[dict[str, Any]]:
    fresh = founded_this_year(draft.founded_on)
    if fresh:
        if rng.random() < temper.wage * 0.6:
            start = min(LAST_ENTRY, draft.founded_on + dt.timedelta(days=rng.randint(5, 30)))
            yield _row(firm, "WAGE", start, add_months(start, 12) - _DAY, rng)
        return
    scope = ("INDUSTRY" if draft.federation else "REGION") if draft.kind == "41" else "ENT"
    yield from _wages(firm, temper, rng, scope)
    general = 0.35 + 0.6 * temper.wage
    for kind, chance, months in (("SAFETY", temper.safety, 24), ("WOMEN", temper.women, 36), ("COMP", general, 36)):
        if rng.random() < chance:
            ends = day_between(rng, _SUMMER[0], add_months(TODAY, months - 2))
            yield _filed(_row(firm, kind, add_months(ends + _DAY, -months), ends, rng), rng)


def _filed(row: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Most general contracts were filed with the labour authority within a fortnight."""
    day = row["signed_on"] + dt.timedelta(days=rng.randint(2, 15))
    return {**row, "filed_on": day} if row["kind"] == "COMP" and rng.random() < 0.75 and day <= LAST_ENTRY else row


def _wages(firm: Firm, temper: Temper, rng: Random, scope: str) -> Iterator[dict[str, Any]]:
    """This year's wage contract and last year's; or one that ran out and waits; or none."""
    if rng.random() < temper.wage:
        if rng.random() < 0.14 and scope == "ENT":
            ends = day_between(rng, *_LATER)
            yield _row(firm, "COMP", add_months(ends + _DAY, -36), ends, rng) | {"wage_clauses": True}
            return
        ends = day_between(rng, *(_SUMMER if rng.random() < 0.3 else _LATER))
        yield _row(firm, "WAGE", add_months(ends + _DAY, -12), ends, rng, scope)
        if rng.random() < 0.7:
            before = add_months(ends + _DAY, -12) - _DAY
            yield _row(firm, "WAGE", add_months(before + _DAY, -12), before, rng, scope)
    elif rng.random() < 0.6:
        ends = day_between(rng, *_EXPIRED)
        yield _row(firm, "WAGE", add_months(ends + _DAY, -12), ends, rng, scope)


def _row(
    firm: Firm, kind: str, starts: dt.date, ends: dt.date, rng: Random, scope: str = "ENT"
) -> dict[str, Any]:  # fmt: skip
    signed = max(starts - dt.timedelta(days=rng.randint(0, 12)), firm.row.since)
    starts = max(starts, signed)
    return {
        "employer": firm.row, "kind": kind, "scope": scope, "signed_on": signed, "effective_on": starts,
        "ends_on": ends, "since": signed, "workers": firm.employees,
        "number": f"射集合〔{signed.year}〕{rng.randrange(1, 9999):04d}",
    }  # fmt: skip
