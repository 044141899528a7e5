"""Which circulars could be begun: closed quarters, and the closed months of the year's campaigns."""

from zhijia.bulletins.compose import campaign_for, tells_of
from zhijia.kit.period import Period, months_of, quarter_of
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said
from zhijia.web.desk.gate import DeskRequest

QUARTERS_OFFERED = 4
QUARTERLY = "quarterly"
Offer = tuple[str, Period, str]


def offered_to(request: DeskRequest) -> list[Offer]:
    """(layout, period, words), quarters first, newest first."""
    found = [(QUARTERLY, period, period.label) for period in _closed_quarters(request)]
    for layout in catalogue().bulletins.values():
        campaign = campaign_for(layout, request.today)
        if campaign is not None:
            months = (month for month in months_of(campaign.year) if month.end < request.today)
            words = said(campaign.title)
            found += [(layout.bulletin, one, f"{words} {one.label}") for one in months if tells_of(layout, one)]
    return found


def _closed_quarters(request: DeskRequest) -> list[Period]:
    """The last closed quarters, newest first."""
    periods, period = [], quarter_of(request.today).previous()
    for _number in range(QUARTERS_OFFERED):
        periods.append(period)
        period = period.previous()
    return periods
