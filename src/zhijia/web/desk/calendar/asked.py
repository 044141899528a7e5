"""What the address of the calendar asks for: month or week, as a grid or a list, of which kind, of whom."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from zhijia.kit.period import Period, Span
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.web.desk.gate import DeskRequest

VIEWS = ("grid", "month", "week")
BAD_DAY = gettext_noop("日期“%(day)s”不合要求，请写成 2014-07-10 的样子。")
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Look:
    """The wishes of one look at the calendar; `at` lies in the month or week shown."""

    view: str
    at: dt.date
    kind: str = ""
    org: str = ""

    @property
    def span(self) -> Span:
        """The days whose dues are listed."""
        if self.view == "week":
            monday = self.at - dt.timedelta(days=self.at.weekday())
            return Span(monday, monday + WEEK - dt.timedelta(days=1))
        return Period.of("month", self.at).span

    @property
    def before(self) -> dt.date:
        """A day in the month or week before."""
        return self.span.first - dt.timedelta(days=1)

    @property
    def after(self) -> dt.date:
        """A day in the month or week after."""
        return self.span.last + dt.timedelta(days=1)

    def query(self, **changes: object) -> str:
        """The same wishes as an address, some of them changed."""
        wishes = {"view": self.view, "at": self.at.isoformat(), "kind": self.kind, "org": self.org, **changes}
        return urlencode({key: value for key, value in wishes.items() if value})


def look_of(request: DeskRequest) -> Look:
    """Wishes from the address; Problem for a day that is none."""
    view, day = request.GET.get("view", VIEWS[0]), request.GET.get("at", "").strip()
    try:
        at = dt.date.fromisoformat(day) if day else request.today
        if not 2000 <= at.year <= 2100:
            raise ValueError(day)
    except ValueError:
        raise Problem(BAD_DAY, day=day[:20]) from None
    return Look(
        view if view in VIEWS else VIEWS[0], at, request.GET.get("kind", "")[:30], request.GET.get("org", "")[:12]
    )
