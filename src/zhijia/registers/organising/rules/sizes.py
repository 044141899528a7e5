"""How many members a committee has: by the number of union members, from the county's table of bands."""

import datetime as dt
from typing import NamedTuple

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.catalogue import catalogue

PREFIX = "committee.min-from-"
TOO_FEW = gettext_noop("委员%(seats)s人，少于%(least)s人的下限（依据：%(source)s）。")
TOO_MANY = gettext_noop("委员%(seats)s人，多于%(most)s人的上限（依据：%(source)s）。")


class Band(NamedTuple):
    """Seats allowed for so many members: from `least` to `most`, or a single person where `alone`."""

    first: int
    least: int
    most: int
    alone: bool

    def allows(self, seats: int) -> bool:
        """Whether a committee of that size is allowed."""
        return self.least <= seats <= self.most or (self.alone and seats == 1)


def band_of(members: int, on: dt.date) -> Band:
    """The band of the county's table in which so many members fall on a day."""
    table = catalogue()
    firsts = sorted(int(key.removeprefix(PREFIX)) for key in table.parameters if key.startswith(PREFIX))
    first = max((each for each in firsts if each <= members), default=firsts[0])
    least, most = (int(table.number(f"committee.{end}-from-{first}", on)) for end in ("min", "max"))
    return Band(first, least, most, members < table.number("committee.alone-below", on))


def seat_fault(body: str, seats: int, on: dt.date) -> Problem | None:
    """What is wrong with the size of an audit or supervision committee; None when nothing is, or nothing is ruled."""
    name = {"FA": "audit", "LS": "supervision"}.get(body)
    if name is None:
        return None
    table = catalogue()
    least = table.parameter(f"body.{name}-seats-min", on)
    if seats < least.value:
        return Problem(TOO_FEW, seats=seats, least=int(least.value), source=least.source)
    key = f"body.{name}-seats-max"
    if key not in table.parameters:
        return None
    most = table.parameter(key, on)
    return Problem(TOO_MANY, seats=seats, most=int(most.value), source=most.source) if seats > most.value else None
