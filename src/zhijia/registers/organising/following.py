"""Following up: an item is taken up, reported on, closed with evidence by the right hand, opened again."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.actions import attach
from zhijia.evidence.queries import standing_for
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.registers.base.actions import change_fact, record_fact
from zhijia.registers.organising.follow_rights import may_follow
from zhijia.registers.organising.follow_steps import FollowStep
from zhijia.registers.organising.followups import FOLLOWUPS, FollowUp

NOT_FROM_HERE = gettext_noop("“%(item)s”现在的状态不能办理“%(step)s”，请刷新后再看。")
NO_WORDS = gettext_noop("办理“%(step)s”请写明%(words)s。")
NO_PROOF = gettext_noop("“%(item)s”还没有上传落实佐证，不能办理“%(step)s”：销号凭佐证，不凭口头报告。")
NO_RULE = gettext_noop("转为长期坚持的，请写明形成的制度文件。")
NO_DAY = gettext_noop("办理“%(step)s”请填写新的完成时限。")
TOO_EARLY = gettext_noop("新的完成时限%(due)s应晚于%(limit)s，请核对。")
EXPIRED = gettext_noop("“%(item)s”已于%(due)s到期，延期应在到期前提出；请先报告进展。")
File = tuple[str, Iterable[bytes]]


@transaction.atomic
def take_up(*, source: Any, origin: str, values: dict[str, Any], by: Post | None, at: dt.datetime) -> Any:
    """Take up an item of a meeting, inspection, co-building or list; `values`: item, organisation, due_on, raised_on..."""
    return record_fact(FOLLOWUPS, values={"since": values["raised_on"], **values, origin: source}, by=by, at=at)


@transaction.atomic
def follow(
    *, item: FollowUp, step: FollowStep, words: str, on: dt.date, by: Post, at: dt.datetime,
    rule: str = "", due: dt.date | None = None, files: Sequence[File] = (), seen: dt.datetime | None = None,
) -> Any:  # fmt: skip
    """Take one step on a day; Conflict when the state does not allow it, Refused when it is another's to take,
    Problem for what is missing. `files` go to the item's place of evidence first.
    """
    held = FollowUp.objects.select_for_update().living().filter(pk=item.pk).first()
    if held is None or held.state not in step.sources:
        raise Conflict(NOT_FROM_HERE, item=item.item, step=Problem(step.label))
    may_follow(held, step, by).insist()
    if not words.strip():
        raise Problem(NO_WORDS, step=Problem(step.label), words=Problem(step.words))
    for name, chunks in files:
        attach(
            name=name, chunks=chunks, subject=FOLLOWUPS.key, subject_id=held.pk, slot="proof",
            organisation=held.organisation, by=by, at=at,
        )  # fmt: skip
    if step.proof and not any(file.slot == "proof" for file in standing_for(FOLLOWUPS.key, held.pk)):
        raise Problem(NO_PROOF, item=held.item, step=Problem(step.label))
    values = _values(held, step, words.strip(), on, by, rule.strip(), due)
    return change_fact(
        FOLLOWUPS,
        row=held,
        values=values,
        on=max(on, held.since),
        by=by,
        at=at,
        seen=seen,
        same_day=True,
        answered=True,
    )


def _values(
    held: Any, step: FollowStep, words: str, on: dt.date, by: Post, rule: str, due: dt.date | None
) -> dict[str, Any]:  # fmt: skip
    """What the step changes in the row."""
    values: dict[str, Any] = {"state": step.target or held.state, "progress": words}
    if step.key == "report":
        values |= {"reported_on": on, "reported_by": by}
    if step.target in ("CLOSED", "LASTING"):
        values |= {"closed_on": on, "accepted_by": by}
    if "rule" in step.asks:
        if not rule:
            raise Problem(NO_RULE)
        values["rule_made"] = rule[:120]
    if "day" in step.asks:
        values |= _new_day(held, step, on, due)
    if step.key in ("return", "reopen"):
        values |= {"reported_on": None, "reported_by": None}
    if step.key == "reopen":
        values |= {"closed_on": None, "accepted_by": None, "reopened": held.reopened + 1}
    return values


def _new_day(held: Any, step: FollowStep, on: dt.date, due: dt.date | None) -> dict[str, Any]:
    """The new last day; what was the first one is kept."""
    if due is None:
        raise Problem(NO_DAY, step=Problem(step.label))
    if step.key == "extend" and on > held.due_on:
        raise Problem(EXPIRED, item=held.item, due=held.due_on)
    limit = held.due_on if step.key == "extend" else on
    if due <= limit:
        raise Problem(TOO_EARLY, due=due, limit=limit)
    more = 1 if step.key == "extend" else 0
    return {"due_on": due, "first_due_on": held.first_due_on or held.due_on, "extensions": held.extensions + more}
