"""The calendar as a file of RFC 5545: each due an event of one whole day, nothing personal in it."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from zhijia.kit.problem import Problem
from zhijia.registers.base.dues import Due, Dues

PRODUCT = "-//Zhijia//Work calendar//ZH"
HOURS = dt.timedelta(hours=6)
Door = Callable[[Due], str]


def ics_of(dues: Dues, *, name: str, county: str, kinds: dict[str, str], door: Door, stamp: dt.datetime) -> bytes:
    """The file. `county`: code that makes the events' keys the county's own; `stamp`: the moment it is made.

    A kind that could not be worked out is told in the calendar's description.
    """
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("x-wr-calname", name)
    book.add("refresh-interval", HOURS, parameters={"VALUE": "DURATION"})
    if dues.faults:
        book.add("x-wr-caldesc", " ".join(fault.sentence(_) for fault in dues.faults))
    for event in _events(dues.found, county, kinds, door, stamp):
        book.add_component(event)
    return bytes(book.to_ical())


def _events(
    dues: Iterable[Due], county: str, kinds: dict[str, str], door: Door, stamp: dt.datetime
) -> Iterable[Event]:  # fmt: skip
    for due in dues:
        event = Event()
        event.add("uid", f"{due.key}@{county}.zhijia")
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        event.add("dtstart", due.due)
        event.add("dtend", due.due + dt.timedelta(days=1))
        event.add("summary", due.what)
        event.add("description", _told(due))
        event.add("categories", [kinds[due.kind]])
        event.add("transp", "TRANSPARENT")
        if address := door(due):
            event.add("url", address)
        yield event


def _told(due: Due) -> str:
    rule: Problem = due.deadline.why()
    parts = [str(due.organisation.name), rule.sentence(_), due.rule, due.source]
    return "\n".join(part for part in parts if part)
