"""Dates in a plan, read as last acceptable days: 三季度 is 30 September, 5月中旬 is the 20th."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhijia.targets.plantext.date_words import DIGIT_FOR, READERS, Resolver, year_of
from zhijia.targets.plantext.festivals import FESTIVALS


@dataclass(frozen=True)
class DateMark:
    """A date at [start, end). `due` is None when it lends nothing (a start, a period that repeats).

    `grain` is day, month, quarter, half, year or span; `given` is the calendar year when written out.
    """

    start: int
    end: int
    due: date | None
    grain: str
    given: int | None


# A pattern is tried only on text that has a character it cannot do without.
ANCHORS = {
    "day": ("月", "20", *FESTIVALS),
    "month": ("月", "暑", "秋季", "冬季"),
    "quarter": ("季",),
    "half": ("半年", "年中"),
    "span": ("五", "年"),
}

OPENING = 4
STARTS = re.compile(r"起(?!草|来)|开始|以后|之后|启动(?![^,。;、]{0,20}\d)")
SINCE = re.compile(r"(?:份)?以来")


def dates_in(text: str, year: int) -> list[DateMark]:
    """Every date of a folded paragraph in order; `year` is the year of dates that name none."""
    found: list[DateMark] = []
    taken = bytearray(len(text))
    for grain, pattern, resolver in READERS:
        if not any(anchor in text for anchor in ANCHORS.get(grain, "年")):
            continue
        for match in pattern.finditer(text):
            if match.end() > match.start() and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(_mark(match, grain, resolver, text, year))
    return list(_with_carried_years(sorted(found, key=lambda mark: mark.start), text, year))


def _mark(match: re.Match[str], grain: str, resolver: Resolver, text: str, year: int) -> DateMark:
    groups = match.groupdict()
    written = groups.get("last") or groups.get("year") or groups.get("y")
    given = int(written.translate(DIGIT_FOR)) if written else year_of(match, year) if groups.get("rel") else None
    due = None if STARTS.match(text, match.end()) or SINCE.match(text, match.end()) else resolver(match, year)
    return DateMark(match.start(), match.end(), due, grain, given)


def _with_carried_years(marks: list[DateMark], text: str, year: int) -> Iterator[DateMark]:
    """A year written earlier in the sentence serves the months behind it (2023年6月底前…;12月底前…).

    A coming year that opens the paragraph (明年,我们想…) serves all of it.
    """
    opened = marks[0].given if marks and marks[0].start <= OPENING and marks[0].given else year
    carried, since = year, 0
    for mark in marks:
        if "。" in text[since : mark.start]:
            carried = max(year, opened)
        since = mark.start
        if mark.given is not None:
            carried = mark.given if mark.given >= year else carried
        elif mark.due and mark.grain in ("day", "month", "quarter", "half") and carried != year:
            mark = DateMark(mark.start, mark.end, _moved(mark.due, carried), mark.grain, None)
        yield mark


def _moved(due: date, year: int) -> date:
    last = calendar.monthrange(year, due.month)[1]
    return due.replace(year=year, day=min(due.day, last) if due.month == 2 else due.day)
