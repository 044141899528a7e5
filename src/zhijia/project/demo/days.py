"""The calendar of the demo: when the books were opened, how the year went, what day it is."""

import datetime as dt

CHINA = dt.timezone(dt.timedelta(hours=8))
TODAY = dt.date(2014, 7, 10)
YEAR = 2014
NEW_YEAR = dt.date(2014, 1, 1)
YEAR_BEFORE_END = dt.date(2013, 12, 31)
COUNTY_SINCE = dt.date(1988, 4, 1)
COMMITTEES_SINCE = dt.date(2001, 3, 1)
CAMPAIGN_FIRST, CAMPAIGN_LAST = dt.date(2014, 5, 1), dt.date(2014, 6, 30)
BEFORE_CAMPAIGN, AFTER_CAMPAIGN = dt.date(2014, 4, 30), dt.date(2014, 7, 1)
LAST_ENTRY = dt.date(2014, 7, 8)


def moment(day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
    """A moment of office hours in China."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHINA)


OPENING = moment(dt.date(2014, 1, 6))
MONTHLY = {
    1: moment(dt.date(2014, 2, 7), 15), 2: moment(dt.date(2014, 3, 4), 15), 3: moment(dt.date(2014, 4, 2), 15),
    4: moment(dt.date(2014, 5, 5), 15), 5: moment(dt.date(2014, 6, 4), 15), 6: moment(dt.date(2014, 7, 3), 15),
    7: moment(dt.date(2014, 7, 9), 15),
}  # fmt: skip
QUARTERS = {3: moment(dt.date(2014, 4, 4), 9), 6: moment(dt.date(2014, 7, 4), 9)}


def entered_in(day: dt.date) -> int:
    """The month in whose books a fact of that day was entered; 0: taken over when the books were opened."""
    return 0 if day < NEW_YEAR else day.month


def entered_at(day: dt.date) -> dt.datetime:
    """When a fact of that day was entered."""
    month = entered_in(day)
    return MONTHLY[month] if month else OPENING
