"""What is known of one assembly (会员大会或代表大会) and of the union that held it; None where nothing was written."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class ElectionFacts:
    """One assembly. `enterprise`: the measures for enterprise chairs hold; `party`: the workplace has a party body.

    `previous_due`: by when the last term should have been followed; `previous_held`: the assembly before this one.
    """

    kind: str
    held_on: dt.date
    form: str = ""
    enterprise: bool = True
    party: bool = True
    years: int | None = None
    members: int | None = None
    entitled: int | None = None
    present: int | None = None
    ballot: str = ""
    seats: int | None = None
    candidates: int | None = None
    lowest_votes: int | None = None
    standing_seats: int | None = None
    standing_candidates: int | None = None
    chair_candidates: int | None = None
    notice_from: dt.date | None = None
    notice_until: dt.date | None = None
    stroke_order: str = ""
    party_agreed_on: dt.date | None = None
    upper_agreed_on: dt.date | None = None
    reported_on: dt.date | None = None
    reply_on: dt.date | None = None
    vacant_since: dt.date | None = None
    proposers: int | None = None
    previous_due: dt.date | None = None
    previous_held: dt.date | None = None

    @property
    def opens_term(self) -> bool:
        """First election or one at the end of a term."""
        return self.kind in ("FIRST", "RENEWAL")

    @property
    def elects(self) -> bool:
        """Somebody is elected."""
        return self.kind in ("FIRST", "RENEWAL", "BY")
