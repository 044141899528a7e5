"""`state_of`: the records of a case, folded in order into where it stands today."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from zhijia.cases.rules.limits import Limits
from zhijia.cases.rules.records import Rec
from zhijia.cases.rules.state import FINISHED, State
from zhijia.cases.rules.votes import decided
from zhijia.cases.rules.whens import is_taken
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.steps import Step


def state_of(edition: CaseEdition, records: Iterable[Rec], today: dt.date, limits: Limits) -> State:
    """Where the case stands, who must act, by when. The same records on the same day give the same state.

    Records come in order of sequence, the opening first. BadInput `unknown_year` when a limit needs the working days
    of a year that nobody has published.
    """
    run = _Run(edition)
    for record in records:
        run.take(record)
    return run.on(today, limits)


@dataclass
class _Here:
    """What has happened since the present step was reached."""

    since: dt.date
    votes: list[Rec] = field(default_factory=list)
    seats: list[int] = field(default_factory=list)
    scores: dict[int, Rec] = field(default_factory=dict)
    recused: list[int] = field(default_factory=list)
    notice: Rec | None = None
    objections: dict[int, Rec] = field(default_factory=dict)


@dataclass
class _Run:
    """What is known after so many records."""

    edition: CaseEdition
    here: _Here = field(default_factory=lambda: _Here(dt.date.min))
    done: dict[str, Rec] = field(default_factory=dict)
    answers: dict[str, str | bool] = field(default_factory=dict)
    ended: Rec | None = None
    ending: str = ""
    appeal: Rec | None = None
    heard: bool = False
    returned: Rec | None = None
    last: int = 0

    def take(self, record: Rec) -> None:
        """Go on by one record."""
        self.last = record.sequence
        self.answers.update(record.data.get("answers", {}))
        act: Mapping[str, Callable[[Rec], None]] = {
            "opened": self._begin, "done": self._pass, "voted": self._vote, "seated": self._seat,
            "scored": self._score, "recused": self._recuse, "published": self._publish, "objected": self._object,
            "answered": self._answer, "returned": self._back, "changed": self._change, "ended": self._end,
            "appealed": self._appeal, "dismissed": self._dismiss, "upheld": self._resume,
        }  # fmt: skip
        act[record.verb](record)

    def on(self, today: dt.date, limits: Limits) -> State:
        """The state as of a day."""
        step = None if self.ending else self._next(limits)
        here, days = self.here, {key: record.on for key, record in self.done.items()}
        appealable = self.ended is not None and not self.heard
        return State(
            step=step,
            name=self.ending or (self.edition.step(list(self.done)[-1]).state if self.done else ""),
            ending=self.ending or ("" if step else FINISHED),
            done=dict(self.done),
            entered_on=here.since,
            today=today,
            due_on=limits.due(step, days, here.since) if step else None,
            near_days=limits.near_days,
            answers=dict(self.answers),
            votes=tuple(here.votes),
            seats=tuple(here.seats),
            scores=tuple(one for post, one in here.scores.items() if post not in here.recused),
            recused=tuple(here.recused),
            notice=here.notice,
            objections=tuple(here.objections.values()),
            appeal=self.appeal,
            appeal_until=limits.appeal_until(self.edition, self.ending, self.ended.on)
            if appealable and self.ended
            else None,
            ended=self.ended,
            returned=self.returned,
            last=self.last,
        )

    def _next(self, limits: Limits) -> Step | None:
        """The first step not done whose condition is not ruled out."""
        for step in self.edition.steps:
            if step.key not in self.done and is_taken(step, self.answers, self.done, limits.book):
                return step
        return None

    def _begin(self, record: Rec) -> None:
        """A step is reached: nothing has happened in it yet."""
        self.here = _Here(record.on)

    def _pass(self, record: Rec) -> None:
        self.done[record.step] = record
        self.returned = None
        self._begin(record)
        ending = self.edition.step(record.step).ends.get(record.outcome, "")
        if ending:
            self.ending, self.ended, self.heard = ending, record, False

    def _vote(self, record: Rec) -> None:
        self.here.votes.append(record)
        outcome = decided(self.edition.step(record.step), self.here.votes)
        if outcome is not None:
            self._pass(replace(record, outcome=outcome))

    def _seat(self, record: Rec) -> None:
        self.here.seats.append(record.about)

    def _score(self, record: Rec) -> None:
        self.here.scores[record.post] = record

    def _recuse(self, record: Rec) -> None:
        self.here.recused.append(record.post)

    def _publish(self, record: Rec) -> None:
        self.here.notice = record

    def _object(self, record: Rec) -> None:
        self.here.objections[record.sequence] = record

    def _answer(self, record: Rec) -> None:
        """An upheld objection takes the notice down: what was published was wrong."""
        self.here.objections.pop(int(record.data["objection"]), None)
        if record.outcome == "upheld":
            self.here.notice = None

    def _back(self, record: Rec) -> None:
        at = self.edition.order[record.to]
        self.done = {key: one for key, one in self.done.items() if self.edition.order[key] < at}
        self.returned = record
        self._begin(record)

    def _change(self, record: Rec) -> None:
        if record.to:
            self._back(record)

    def _end(self, record: Rec) -> None:
        self.ending, self.ended, self.heard = record.outcome, record, False

    def _appeal(self, record: Rec) -> None:
        self.appeal = record

    def _dismiss(self, record: Rec) -> None:
        self.appeal, self.heard = None, True

    def _resume(self, record: Rec) -> None:
        """The ending is undone: the case goes on with the step that led to it."""
        self.appeal, self.ending, self.ended = None, "", None
        if record.to:
            self._back(record)
        else:
            self._begin(record)
