"""What the address of the matrix asks for: year, day, order of rows, group."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.targets.actions.plans import check_year
from zhijia.web.desk.gate import DeskRequest

BAD_YEAR = gettext_noop("年度“%(year)s”不是年份，请写成 2014 的样子。")
BAD_DAY = gettext_noop("截至日期“%(day)s”不合要求，请写成 2014-06-30 的样子。")
OTHER_YEAR = gettext_noop("截至日期%(day)s不在%(year)s年内，请改年度或日期。")


@dataclass(frozen=True)
class Asked:
    """The wishes of one look at the matrix."""

    year: int
    as_of: dt.date
    sort: str
    falling: bool
    group: str

    def query(self, **changes: object) -> str:
        """The same wishes as an address, some of them changed."""
        wishes = {
            "year": self.year, "as_of": self.as_of.isoformat(), "sort": self.sort,
            "dir": "desc" if self.falling else "asc", "group": self.group, **changes,
        }  # fmt: skip
        return urlencode({key: value for key, value in wishes.items() if value and (key != "dir" or wishes["sort"])})

    def sort_query(self, key: str) -> str:
        """Sort by this column; again turns the order round."""
        falling = not self.falling if key == self.sort else True
        return self.query(sort=key, dir="desc" if falling else "asc")


def year_of(request: DeskRequest) -> int:
    """The year asked for, else this one; Problem for something that is no year."""
    raw = request.GET.get("year", "").strip()
    if not raw:
        return request.today.year
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 4):
        raise Problem(BAD_YEAR, year=raw[:20])
    return check_year(int(raw))


def asked_of(request: DeskRequest) -> Asked:
    """Wishes from the address; the day defaults to today, or to the end of an earlier year."""
    year = year_of(request)
    raw = request.GET.get("as_of", "").strip()
    try:
        as_of = dt.date.fromisoformat(raw) if raw else min(request.today, dt.date(year, 12, 31))
    except ValueError:
        raise Problem(BAD_DAY, day=raw[:20]) from None
    if as_of.year != year and raw and "year" in request.GET:
        raise Problem(OTHER_YEAR, day=as_of, year=year)
    if as_of.year != year:
        year = as_of.year if raw else year
        as_of = as_of if raw else dt.date(year, 1, 1)
    return Asked(
        year=year,
        as_of=as_of,
        sort=request.GET.get("sort", "")[:60],
        falling=request.GET.get("dir") != "asc",
        group=request.GET.get("group", "")[:20],
    )
