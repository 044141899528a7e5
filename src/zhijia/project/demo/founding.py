"""When the unions of a committee were founded: most in the years before, some this year, some in the founding month."""

import datetime as dt
from random import Random

from zhijia.project.demo.days import (
    AFTER_CAMPAIGN,
    BEFORE_CAMPAIGN,
    CAMPAIGN_FIRST,
    CAMPAIGN_LAST,
    LAST_ENTRY,
    NEW_YEAR,
    YEAR_BEFORE_END,
)
from zhijia.project.demo.dice import day_between
from zhijia.project.demo.places import Place
from zhijia.project.demo.sizes import Sizes

_FIRST_UNION = dt.date(2003, 5, 1)
_A_LITTLE_EARLIER = dt.timedelta(days=12)


def founding_days(place: Place, count: int, sizes: Sizes, rng: Random) -> list[dt.date]:
    """`count` days, the unions of this year last. Outside the six places nothing is founded in the founding month."""
    campaign, spring, summer = _this_year(place, count, sizes, rng)
    recent = [day_between(rng, NEW_YEAR + _A_LITTLE_EARLIER, BEFORE_CAMPAIGN) for _ in range(spring)]
    recent += [day_between(rng, CAMPAIGN_FIRST, CAMPAIGN_LAST - _A_LITTLE_EARLIER) for _ in range(campaign)]
    recent += [day_between(rng, AFTER_CAMPAIGN, LAST_ENTRY) for _ in range(summer)]
    older = [day_between(rng, _FIRST_UNION, YEAR_BEFORE_END) for _ in range(count - len(recent))]
    return older + sorted(recent)


def _this_year(place: Place, count: int, sizes: Sizes, rng: Random) -> tuple[int, int, int]:
    """How many in the founding month, before it, after it."""
    room = count - 1
    campaign = {"full": sizes.campaign_unions, "partly": sizes.campaign_unions // 2, "none": 0}[place.outcome]
    campaign = min(campaign, room)
    room = max(0, min(room - campaign, count // 4))
    if place.outcome != "none":
        return campaign, min(1, room), 0
    if not place.is_town:
        return 0, min(room, int(rng.random() < 0.3)), 0
    spring = min(room, rng.choice((0, 0, 1, 1, 2, 3)))
    return 0, spring, min(room - spring, int(rng.random() < 0.4))


def founded_this_year(day: dt.date) -> bool:
    """Since New Year."""
    return day >= NEW_YEAR


def in_campaign(day: dt.date) -> bool:
    """In the founding month (which lasted nearly two)."""
    return CAMPAIGN_FIRST <= day <= CAMPAIGN_LAST


def last_day_to_join(place: Place, founded_on: dt.date) -> dt.date:
    """Until when members of a union founded this year joined, so that the founding month's outcome stays as drawn."""
    if founded_on >= AFTER_CAMPAIGN:
        return LAST_ENTRY
    if in_campaign(founded_on):
        return min(CAMPAIGN_LAST, founded_on + _A_LITTLE_EARLIER)
    return min(BEFORE_CAMPAIGN, founded_on + 3 * _A_LITTLE_EARLIER)
