"""Where a case stands on a day: the answer of the fold."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from zhijia.cases.rules.records import Rec
from zhijia.schemes.steps import Step

FINISHED = "finished"


@dataclass(frozen=True)
class State:
    """`step`: the one that waits to be taken, None when the case is over. `name`: state of the last step done, or the
    ending. `done`: every step done and still standing, in order. `due_on`: last day for `step`, None without a limit.
    """

    step: Step | None
    name: str
    ending: str
    done: Mapping[str, Rec]
    entered_on: dt.date
    today: dt.date
    due_on: dt.date | None
    near_days: int
    answers: Mapping[str, str | bool]
    votes: tuple[Rec, ...] = ()
    seats: tuple[int, ...] = ()
    scores: tuple[Rec, ...] = ()
    recused: tuple[int, ...] = ()
    notice: Rec | None = None
    objections: tuple[Rec, ...] = ()
    appeal: Rec | None = None
    appeal_until: dt.date | None = None
    ended: Rec | None = None
    returned: Rec | None = None
    last: int = 0

    @property
    def open(self) -> bool:
        """Whether anything is still to be done."""
        return self.step is not None or self.appeal is not None

    @property
    def days_left(self) -> int | None:
        """Days to the limit, negative when past; None without one."""
        return (self.due_on - self.today).days if self.due_on is not None and self.step is not None else None

    @property
    def overdue(self) -> bool:
        """The limit is past."""
        return self.days_left is not None and self.days_left < 0

    @property
    def near(self) -> bool:
        """The limit is near or today."""
        return self.days_left is not None and 0 <= self.days_left <= self.near_days

    @property
    def notice_runs(self) -> bool:
        """A notice hangs and its last day has not passed."""
        return self.notice is not None and self.today <= self.notice.closes
