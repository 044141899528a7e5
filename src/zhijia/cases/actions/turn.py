"""One officer's turn at a case: the case is held, the same click is answered once, the record is written and told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.cases.actions.acting import acting
from zhijia.cases.actions.judgement import day_of, judgement, project
from zhijia.cases.editions import edition_of, limits_of
from zhijia.cases.models import Case, StepRecord
from zhijia.cases.rules import State, state_of
from zhijia.cases.rules.limits import Limits
from zhijia.journal.actions import record as tell
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.schemes.cases import CaseEdition

SUBJECT = "cases.case"
Verb = StepRecord.Verb
# Acts of several people at one step; they do not get into one another's way.
BESIDE = frozenset({Verb.VOTED, Verb.SEATED, Verb.SCORED, Verb.RECUSED, Verb.OBJECTED})
OTHERS_FIRST = gettext_noop("%(person)s已先办理了“%(step)s”，请刷新页面后再看。")
KEY_TAKEN = gettext_noop("这次提交与先前的另一次操作重复，没有保存，请刷新页面后再试。")
FUTURE = gettext_noop("办理日期%(on)s还没有到，请在当天或之后登记。")
TOO_EARLY = gettext_noop("办理日期%(on)s早于上一步的%(since)s，请核对。")


@dataclass
class Turn:
    """`actor`: the post in whose place `by` acts (itself, or the one that delegated). `again`: the same click before."""

    case: Case
    edition: CaseEdition
    limits: Limits
    records: list[StepRecord]
    before: State
    by: Post | None
    on: dt.date
    at: dt.datetime
    key: str
    actor: Post | None = None
    again: StepRecord | None = None
    written: int = field(default=0)

    def insist(self) -> Post:
        """Go on only when this post, or one that delegated to it, takes the present step; returns whose place it is."""
        assert self.by is not None
        self.actor = acting(self.edition, self.before, self.case, self.by, self.today).insist()
        return self.actor

    @property
    def today(self) -> dt.date:
        """The day on which it is written down."""
        return day_of(self.at)

    def write(
        self,
        verb: str,
        *,
        step: str = "",
        outcome: str = "",
        text: str = "",
        to: str = "",
        about: Post | None = None,
        data: Mapping[str, Any] | None = None,
        seen: Mapping[str, Any] | None = None,
    ) -> StepRecord:
        """Append one record, fold anew, bring the case's own columns up to it; the caller tells the journal."""
        key = self.key if not self.written else f"{self.key}:{self.written}"
        made = StepRecord(
            case=self.case, sequence=self.before.last + 1, step=step, verb=verb, outcome=outcome,
            text=text.strip()[:2000], to=to, by=self.by, about=about, on=self.on, at=self.at, key=key,
            behalf=self.actor if self.actor and self.by and self.actor.pk != self.by.pk else None,
            data=dict(data or {}), seen=dict(seen or {}),
        )  # fmt: skip
        after = state_of(self.edition, [*(one.plain for one in self.records), made.plain], self.today, self.limits)
        made.judged = judgement(self.case, self.edition, self.limits, after, made.seen)
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError as fault:
            raise Conflict(OTHERS_FIRST, person="", step=step) from fault
        self.records.append(made)
        self.before, self.written = after, self.written + 1
        project(self.case, after)
        return made

    def tell(self, kind: str, **detail: object) -> None:
        """The line in the journal, in the same transaction."""
        behalf = self.actor.actor_name if self.actor and self.by and self.actor.pk != self.by.pk else ""
        tell(
            kind=kind, by=self.by, at=self.at, organisation=self.case.organisation_id, subject=SUBJECT,
            subject_id=self.case.pk, detail={"case": self.case, "behalf": behalf, **detail},
        )  # fmt: skip


def begin(
    *, case: Case, by: Post | None, on: dt.date, at: dt.datetime, key: str, seen: int, verbs: tuple[str, ...]
) -> Turn:
    """Hold the case for a turn. `seen`: the last record the officer had before the eyes; `verbs`: what is to be written.

    Conflict when someone else took the case on meanwhile; a key that was used for the same before comes as `again`.
    """
    held = Case.objects.select_for_update(of=("self",)).select_related("organisation", "applicant").get(pk=case.pk)
    records = list(held.records.select_related("by__user", "behalf"))
    edition = edition_of(held)
    limits = limits_of(edition, held.applied_on)
    before = state_of(edition, [one.plain for one in records], day_of(at), limits)
    turn = Turn(held, edition, limits, records, before, by, on, at, key)
    turn.again = next((one for one in records if key and one.key == key), None)
    if turn.again is not None:
        if turn.again.verb not in verbs or turn.again.by_id != (by.pk if by else None):
            raise Conflict(KEY_TAKEN)
        return turn
    later = [one for one in records if one.sequence > seen and one.verb not in BESIDE]
    if later:
        labels = {step.key: step.label for step in edition.steps}
        label = labels.get(later[-1].step) or later[-1].get_verb_display()
        raise Conflict(OTHERS_FIRST, person=later[-1].by or "", step=label)
    if on > day_of(at):
        raise Problem(FUTURE, on=on)
    if on < before.entered_on:
        raise Problem(TOO_EARLY, on=on, since=before.entered_on)
    return turn
