"""Rows of one thing, each a rectangle of true time and known time: two that overlap would both count."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Slice(NamedTuple):
    """One row: true from `since` until before `until`, known from `recorded_at` until before `known_until`."""

    number: int
    since: dt.date
    until: dt.date | None
    recorded_at: dt.datetime
    known_until: dt.datetime | None


def overlapping(rows: Iterable[Slice]) -> list[tuple[int, int]]:
    """Pairs of rows that were true on one day as known at one moment; [] for a sound history.

    Rows that ended before they began cover nothing. Quadratic in the rows of one thing, which are few.
    """
    ordered: Sequence[Slice] = sorted(rows, key=lambda row: (row.since, row.number))
    pairs = [(a, b) for index, a in enumerate(ordered) for b in ordered[index + 1 :]]
    return [(a.number, b.number) for a, b in pairs if _true_together(a, b) and _known_together(a, b)]


def _true_together(a: Slice, b: Slice) -> bool:
    first = max(a.since, b.since)
    return (a.until is None or first < a.until) and (b.until is None or first < b.until)


def _known_together(a: Slice, b: Slice) -> bool:
    first = max(a.recorded_at, b.recorded_at)
    return (a.known_until is None or first < a.known_until) and (b.known_until is None or first < b.known_until)
