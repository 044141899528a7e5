"""Circulars of the demo county: the first quarter's and the founding campaign's, written, frozen and signed in their time.

That of the second quarter is left to whoever tries the demo.
"""

import datetime as dt
from collections.abc import Mapping

from zhijia.bulletins.actions import draft_bulletin, freeze_figures, issue_bulletin, write_slot
from zhijia.kit.period import Period
from zhijia.project.demo.days import moment
from zhijia.project.demo.posts import Posts

_QUARTER = {
    "problems": "少数镇区建会进度慢于序时进度，规模以上未建会单位走访不深。\n部分基层工会会员信息登记不完整，影响实名完整率。"
}
_CAMPAIGN = {"practice": "坚持班子成员分片包干，走访一家、登记一家。\n建会与发展会员同步推进，先建会后规范。"}


def tell_month(month: int, posts: Posts) -> None:
    """What was told after a month's books: the quarter's circular in April, the campaign's in July."""
    if month == 3:
        _issue("quarterly", "2014-Q1", dt.date(2014, 4, 8), _QUARTER, posts)
    elif month == 6:
        _issue("campaign", "2014-06", dt.date(2014, 7, 4), _CAMPAIGN, posts)


def _issue(layout: str, period: str, day: dt.date, words: Mapping[str, str], posts: Posts) -> None:
    """Drafted and frozen by the office, signed by the chair the same afternoon."""
    office = posts["office"]
    made = draft_bulletin(layout=layout, period=Period.parse(period), by=office, on=day, at=moment(day, 9))
    for part, text in words.items():
        write_slot(bulletin=made, part=part, text=text, by=office, at=moment(day, 10))
    made = freeze_figures(bulletin=made, by=office, on=day, at=moment(day, 11))
    issue_bulletin(bulletin=made, by=posts["chair"], on=day, at=moment(day, 15))
