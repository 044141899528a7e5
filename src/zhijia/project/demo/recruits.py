"""Who joined this year: members of new unions, and recruits of older ones, so that the founding month ends as told."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from zhijia.project.demo.days import (
    AFTER_CAMPAIGN,
    BEFORE_CAMPAIGN,
    CAMPAIGN_FIRST,
    CAMPAIGN_LAST,
    LAST_ENTRY,
    NEW_YEAR,
)
from zhijia.project.demo.dice import day_between, stream
from zhijia.project.demo.founding import founded_this_year, in_campaign
from zhijia.project.demo.places import PLACES, Place
from zhijia.project.demo.shapes import Draft
from zhijia.project.demo.sizes import LEAST_MEMBERS, Sizes


def draw_recruits(seed: int, drafts: Sequence[Draft], sizes: Sizes) -> None:
    """Fill `recruits` of the older unions."""
    for place in PLACES:
        rng = stream(seed, "recruits", place.login)
        own = [draft for draft in drafts if draft.place is place]
        older = [draft for draft in own if not founded_this_year(draft.founded_on)]
        share = rng.uniform(0, 0.05)
        for draft in older:
            draft.recruits += [_quiet_day(rng) for _ in range(int(draft.members * share * rng.uniform(0, 2)))]
        wanted = _campaign_recruits(place, own, sizes)
        for at in range(wanted):
            draft = older[at % len(older)]
            if len(draft.recruits) < draft.members - LEAST_MEMBERS // 2:
                draft.recruits.append(day_between(rng, CAMPAIGN_FIRST, CAMPAIGN_LAST))


def _campaign_recruits(place: Place, own: Sequence[Draft], sizes: Sizes) -> int:
    """Members older unions win in the founding month: enough for the task, half of it, or none."""
    fresh = sum(draft.members for draft in own if in_campaign(draft.founded_on))
    if place.outcome == "full":
        return max(0, sizes.campaign_members - fresh) + 2
    return max(1, sizes.campaign_members // 2 - fresh) if place.outcome == "partly" else 0


def _quiet_day(rng: Random) -> dt.date:
    """A day of this year outside the founding month."""
    if rng.random() < 0.8:
        return day_between(rng, NEW_YEAR, BEFORE_CAMPAIGN)
    return day_between(rng, AFTER_CAMPAIGN, LAST_ENTRY)
