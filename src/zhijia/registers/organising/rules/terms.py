"""How far a term has run (届次阶段): notice, plan, red, overdue, extended; computed from its dates, never set by hand."""

import datetime as dt
from typing import Literal

from zhijia.schemes.catalogue import catalogue

Stage = Literal["running", "notice", "plan", "red", "extended", "overdue"]
WARNINGS: tuple[tuple[Stage, str], ...] = (
    ("red", "term.red-days"),
    ("plan", "term.plan-days"),
    ("notice", "term.warn-days"),
)


def stage_of(ends_on: dt.date, extended_to: dt.date | None, on: dt.date) -> Stage:
    """The stage on a day of a term that no next one has followed.

    The last day belongs to the term: overdue begins on the day after it (+1 d), within an extension not before its
    last day has passed. The days of warning are parameters (180, 90, 30 as assumed).
    """
    if on > (extended_to or ends_on):
        return "overdue"
    if on > ends_on:
        return "extended"
    left = (ends_on - on).days
    return next((stage for stage, key in WARNINGS if left <= catalogue().number(key, on)), "running")
