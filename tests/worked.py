"""A year of work of the small world: what 合德纺织 did and declared, one event that bars 四明化工 and one that no longer bars 合德商贸."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

# kind, day, due, done, whether all its papers are there
YEAR: tuple[tuple[str, dt.date, int, int, bool], ...] = (
    ("CONGRESS", dt.date(2014, 1, 15), 0, 0, True),
    ("PROPOSAL", dt.date(2014, 1, 15), 5, 4, True),
    ("DISCLOSURE", dt.date(2014, 2, 10), 0, 0, True),
    ("DISCLOSURE", dt.date(2014, 3, 20), 0, 0, False),
    ("DISCLOSURE", dt.date(2014, 5, 8), 0, 0, True),
    ("SUGGEST", dt.date(2014, 6, 1), 6, 2, False),
    ("CULTURE", dt.date(2013, 7, 10), 0, 30, True),
    ("CULTURE", dt.date(2013, 7, 11), 0, 20, True),
    ("HONOUR", dt.date(2011, 7, 11), 0, 0, True),
    ("HONOUR", dt.date(2011, 7, 10), 0, 0, True),
)


def work_through_the_year(org: Mapping[str, Any]) -> None:
    """Write both."""
    from tests.world import record

    for kind, day, due, done, complete in YEAR:
        record("organising.work", organisation=org["合德纺织"], kind=kind, done_on=day, due=due, done=done,
               complete=complete, since=day, topic=f"{day:%m月%d日}的工作")  # fmt: skip
    happened = dt.date(2014, 4, 2)
    record("organising.veto", organisation=org["四明化工"], kind="V3", happened_on=happened, since=happened,
           valid_until=dt.date(2015, 4, 1), authority="县人社局", document="川人社监〔2014〕8号")  # fmt: skip
    record("organising.veto", organisation=org["合德商贸"], kind="V4", happened_on=dt.date(2011, 5, 6), since=dt.date(2011, 5, 6),
           valid_until=dt.date(2012, 5, 5), authority="县人社局", document="川人社监〔2011〕3号")  # fmt: skip
    record("assessment.task", organisation=org["合德纺织"], year=2014, star="two-star", due_on=dt.date(2014, 9, 30),
           since=dt.date(2014, 3, 31), responsible="单国强")  # fmt: skip
