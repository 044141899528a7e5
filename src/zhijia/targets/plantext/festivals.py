"""The fixed days plans lean on ("五一"前, 春节前): calendar facts, no policy."""

from datetime import date

# First day of the lunar new year; the years an officer can still be planning or looking back on.
SPRING = {
    2009: (1, 26),
    2010: (2, 14),
    2011: (2, 3),
    2012: (1, 23),
    2013: (2, 10),
    2014: (1, 31),
    2015: (2, 19),
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
}
FESTIVALS = {
    "五一": (5, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "国庆": (10, 1),
    "十一": (10, 1),
    "三八": (3, 8),
    "五四": (5, 4),
    "春节": None,
}


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival in a year; None for a spring festival outside the table."""
    day = FESTIVALS[name] or SPRING.get(year)
    return date(year, *day) if day else None
