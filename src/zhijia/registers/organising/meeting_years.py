"""What a year asks of meetings: which units have held what they must."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min

from zhijia.accounts.models import Post
from zhijia.accounts.queries import visible_to
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation
from zhijia.registers.base.queries import rows_for
from zhijia.registers.organising.meetings import MEETINGS
from zhijia.schemes.catalogue import catalogue

# Kinds of meetings with a yearly minimum: the parameter that names it.
YEARLY = {"JOINT": "meeting.joint-min", "PARTY": "meeting.party-min"}


@dataclass(frozen=True)
class Duty:
    """One unit and one kind of meeting in one year: how many it must hold, how many it has held, the first of them."""

    organisation: Organisation
    kind: str
    least: int
    held: int
    first: dt.date | None

    @property
    def met(self) -> bool:
        """Whether the year's minimum is reached."""
        return self.held >= self.least


def duties(post: Post, year: int, on: dt.date, path: str = "") -> list[Duty]:
    """For each unit of the levels that hold such meetings, inside the post's scope: met or not yet, by the register."""
    post.may("meetings.view").insist()
    until = min(on, dt.date(year, 12, 31))
    places = visible_to(post).on(until).filter(kind__in=[*kinds_at("county"), *kinds_at("committee")])
    if path:
        places = places.within(path)
    rows: Any = rows_for(MEETINGS, post).filter(held_on__gte=dt.date(year, 1, 1), held_on__lte=until)
    found = rows.order_by().values_list("organisation", "kind").annotate(n=Count("pk"), first=Min("held_on"))
    held = {(place, kind): (count, first) for place, kind, count, first in found}
    least = {kind: int(catalogue().number(key, until)) for kind, key in YEARLY.items()}
    return [
        Duty(place, kind, least[kind], *held.get((place.pk, kind), (0, None))) for place in places for kind in YEARLY
    ]
