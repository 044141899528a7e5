"""The ladder of nail units (N0—N6, NX): which step comes next, from which day, and why. It proposes; people decide.

Founding a union is the employees' right and nobody is fined for not doing it. So a step is never taken by a clock:
the rule only says that its waiting time is over.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from zhijia.kit.deadlines import Rule, deadline
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.workdays import WorkCalendar

NOT_AGAINST = gettext_noop("最近一次走访没有抵触或拒绝，不列入。")
TOO_FEW = gettext_noop("抵触或拒绝的走访有%(count)s次，满%(wanted)s次、相隔不少于%(gap)s天才能列入。")
ENTER = gettext_noop("%(first)s和%(last)s两次走访均抵触或拒绝，相隔%(days)s天，可以列入。")
EXCUSED = gettext_noop("有正当理由：%(reason)s，不列入。")
FOUNDED = gettext_noop("单位已经建会，建议出列。")
WAITING = gettext_noop("“%(now)s”自%(since)s起，等待期到%(due)s为止；在此之前继续做工作。")
OVER = gettext_noop("“%(now)s”自%(since)s起，等待期已于%(due)s届满，可以决定下一步：%(next)s。")
OPEN_END = gettext_noop("“%(now)s”没有规定等待期；有阻挠建会的证据时才能出具监督意见，否则继续做工作。")
LAST = gettext_noop("已是最后一步，按监督意见的办理结果处理。")
NO_FUND = gettext_noop("本县没有启用建会筹备金，这一步不能走。")
NOT_ONWARD = gettext_noop("现在是“%(now)s”，不能退回“%(wanted)s”；情况变化的请办理出列。")
NO_REASON = gettext_noop("出列需要写明原因。")
NO_PROOF = gettext_noop("“%(wanted)s”需要先上传“%(paper)s”：%(because)s。")

Unit = Literal["days", "workdays"]
FIRST, FUND, OBSTRUCTION, LEFT = "N0", "N4", "N6", "NX"
STEPS: Sequence[str] = ("N0", "N1", "N2", "N3", "N4", "N5", "N6")
# The place of evidence a step needs before it is taken.
PROOFS: Mapping[str, str] = {"N3": "minutes", "N6": "proof"}


@dataclass(frozen=True)
class Visit:
    """One visit as the rule sees it."""

    on: dt.date
    against: bool


@dataclass(frozen=True)
class Terms:
    """The county's numbers: visits before listing, days between them, waits by step, whether the fund is in use."""

    visits: int
    gap_days: int
    waits: Mapping[str, tuple[int, Unit]]
    fund: bool
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, step: str) -> str:
        """A step as officers call it."""
        return self.labels.get(step, step)


@dataclass(frozen=True)
class Proposal:
    """What may be decided now: `step` '' means nothing yet. `due`: last day of the wait, None when there is none."""

    step: str
    because: Problem
    due: dt.date | None = None


def entry_of(visits: Sequence[Visit], excuse: str, terms: Terms) -> Proposal:
    """Whether a workplace may be put on the list: enough visits apart on which it was against, and no good reason."""
    if excuse:
        return Proposal("", Problem(EXCUSED, reason=excuse))
    ordered = sorted(visits, key=lambda visit: visit.on)
    if not ordered or not ordered[-1].against:
        return Proposal("", Problem(NOT_AGAINST))
    kept: list[dt.date] = []
    for visit in ordered:
        if visit.against and (not kept or (visit.on - kept[-1]).days >= terms.gap_days):
            kept.append(visit.on)
    if len(kept) < terms.visits:
        return Proposal("", Problem(TOO_FEW, count=len(kept), wanted=terms.visits, gap=terms.gap_days))
    days = (kept[-1] - kept[0]).days
    return Proposal(FIRST, Problem(ENTER, first=kept[0], last=kept[-1], days=days))


def next_of(
    level: str, since: dt.date, on: dt.date, terms: Terms, calendar: WorkCalendar, *, founded: bool = False
) -> Proposal:
    """The step that may be decided on a day for a unit that has stood at `level` since `since`, and why."""
    if founded:
        return Proposal(LEFT, Problem(FOUNDED))
    if level == STEPS[-1]:
        return Proposal("", Problem(LAST))
    onward = after(level, terms)
    due = wait_of(level, since, terms, calendar)
    told = {"now": terms.label(level), "since": since}
    if due is None:
        if onward == OBSTRUCTION:
            return Proposal("", Problem(OPEN_END, now=terms.label(level)))
        return Proposal(onward, Problem(OVER, **told, due=since, next=terms.label(onward)), since)
    if on <= due:
        return Proposal("", Problem(WAITING, **told, due=due), due)
    return Proposal(onward, Problem(OVER, **told, due=due, next=terms.label(onward)), due)


def after(level: str, terms: Terms) -> str:
    """The step behind a step; the fund is passed over where it is not in use."""
    onward = STEPS[STEPS.index(level) + 1]
    return STEPS[STEPS.index(onward) + 1] if onward == FUND and not terms.fund else onward


def wait_of(level: str, since: dt.date, terms: Terms, calendar: WorkCalendar) -> dt.date | None:
    """Last day of a step's wait; None for a step without one."""
    if level not in terms.waits:
        return None
    count, unit = terms.waits[level]
    return deadline(since, Rule(count, unit), calendar).due


def check_step(level: str, wanted: str, terms: Terms) -> None:
    """Problem when a step leads back or uses a lever that is switched off. How fast people climb is theirs to decide."""
    if wanted == LEFT:
        return
    if wanted == FUND and not terms.fund:
        raise Problem(NO_FUND)
    if level != LEFT and STEPS.index(wanted) <= STEPS.index(level):
        raise Problem(NOT_ONWARD, now=terms.label(level), wanted=terms.label(wanted))
