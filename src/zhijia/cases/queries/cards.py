"""One case as a page shows it: the line of steps, what the reader can do now and why not, what was said and done."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhijia.accounts.models import Post
from zhijia.cases.actions.acting import acting
from zhijia.cases.editions import edition_of, limits_of
from zhijia.cases.models import Case, Notice, StepRecord
from zhijia.cases.procedures import facts_seen, procedure_of, row_of
from zhijia.cases.queries.stages import Stage, back_from, stages_of
from zhijia.cases.rules import State, state_of
from zhijia.cases.rules.endings import endings_now
from zhijia.cases.rules.judged import decision_on
from zhijia.cases.rules.limits import Limits
from zhijia.cases.rules.ready import not_ready
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem
from zhijia.schemes.answers import answer_words
from zhijia.schemes.cases import CaseEdition, Ending
from zhijia.schemes.grants import Decision
from zhijia.schemes.steps import Step


@dataclass(frozen=True)
class Line:
    """One answer beside its question."""

    label: str
    answer: str


@dataclass(frozen=True)
class Card:
    """All of it. `may`: whether the reader takes the present step; `problem`: what still keeps it from being closed."""

    case: Case
    edition: CaseEdition
    state: State
    stages: Sequence[Stage]
    records: Sequence[StepRecord]
    may: Answer
    actor: Post
    problem: Problem | None
    back: Sequence[Step]
    endings: Sequence[tuple[str, Ending]]
    notices: Sequence[Notice]
    lines: Sequence[Line]
    limits: Limits
    row: Any
    kind: str
    seated: bool
    may_appeal: bool
    may_answer: bool
    decision: Decision | None = None

    @property
    def label(self) -> str:
        """Where it stands, in words."""
        if self.state.step is not None:
            return self.state.step.label
        found = self.edition.endings.get(self.state.ending)
        return found.label if found else ""


def card_of(post: Post, case: Case, on: dt.date) -> Card:
    """The case as `post` sees it on a day. Costs one query for the records, one for the row, one for notices."""
    edition = edition_of(case)
    limits = limits_of(edition, case.applied_on)
    records = list(
        case.records.select_related(
            "by__user", "by__organisation", "behalf__user", "behalf__organisation", "about__user"
        ).prefetch_related("papers__paper")
    )
    state = state_of(edition, [one.plain for one in records], on, limits)
    found = acting(edition, state, case, post, on)
    seated = post.pk in state.seats and post.pk not in state.recused
    row = row_of(case)
    decision = _decision(edition, case, row, state, limits)
    return Card(
        case=case,
        edition=edition,
        state=state,
        stages=stages_of(edition, state, records, limits.book),
        records=records,
        may=found.answer,
        actor=found.actor,
        problem=not_ready(state, limits),
        back=back_from(edition, state) if found.answer else (),
        endings=[
            (key, ending)
            for key, ending in endings_now(edition, state)
            if post.pk == case.applicant_id or post.role in ending.by or (not ending.by and found.answer)
        ],
        notices=list(Notice.objects.filter(record__case=case).select_related("record")),
        lines=_lines(edition, state),
        limits=limits,
        row=row,
        kind=procedure_of(edition.case).kind(row),
        seated=seated and all(one.post != post.pk for one in state.scores),
        may_appeal=post.pk == case.applicant_id
        and state.appeal is None
        and state.appeal_until is not None
        and on <= state.appeal_until,
        may_answer=state.appeal is not None and post.role in edition.endings[state.ending].appeal_to,
        decision=decision,
    )


def _decision(edition: CaseEdition, case: Case, row: Any, state: State, limits: Limits) -> Decision | None:
    """What the rules say as the facts stand now."""
    return decision_on(edition, facts_seen(case, row, state.answers), limits.book) if edition.decides else None


def _lines(edition: CaseEdition, state: State) -> list[Line]:
    asks = edition.asks
    return [Line(ask.label, answer_words(ask, state.answers[key])) for key, ask in asks.items() if key in state.answers]
