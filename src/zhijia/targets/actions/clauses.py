"""An officer's decision on a clause: confirm (with edits), reject with a reason, take up again, add by hand."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.indicators.queries import indicator_of
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.queries import committees
from zhijia.targets.actions.targets import check_unit, set_target, withdraw_target
from zhijia.targets.models import Clause, Plan, Target
from zhijia.targets.models.plans import Comparator

NO_INDICATOR = gettext_noop("请先为条款“%(clause)s”选择指标；没有指标的条款不能成为目标。")
NO_VALUE = gettext_noop("请填写条款“%(clause)s”的目标值。")
NO_REASON = gettext_noop("不采纳条款要写明原因。")
DECIDED = gettext_noop("条款“%(clause)s”已经处理过，请刷新页面；要改请先点“重新处理”。")
NOT_DECIDED = gettext_noop("条款“%(clause)s”还没有处理，不用重新处理。")
BAD_SPAN = gettext_noop("没有选中正文中的文字，请在左侧正文中拖动选择。")
ON_ORDER = gettext_noop("条款“%(clause)s”的目标已随%(order)s下达，不能重新处理；请改用“调整目标”。")
REOPENED = gettext_noop("重新处理条款")


@dataclass(frozen=True)
class ClauseValues:
    """What a clause means once an officer has edited it. `unit` "%" for rates; `level` county or committee."""

    value: Decimal | None
    value_max: Decimal | None
    unit: str
    comparator: str
    due: dt.date | None
    subject: str
    indicator: str
    level: str = Clause.Level.COUNTY


@transaction.atomic
def confirm_clause(*, clause: Clause, values: ClauseValues, by: Post, at: dt.datetime) -> list[Target]:
    """Tie a clause to an indicator and a level; makes its target, or one for each committee of that day.

    Problem without indicator or value, or when unit and indicator do not fit; Conflict when already decided.
    """
    held = _hold(clause, by)
    if held.state == Clause.State.CONFIRMED:
        raise Conflict(DECIDED, clause=held.short)
    if not values.indicator:
        raise Problem(NO_INDICATOR, clause=held.short)
    indicator_of(values.indicator)
    if values.value is None:
        raise Problem(NO_VALUE, clause=held.short)
    check_unit(values.indicator, values.unit)
    for name in ("value", "value_max", "unit", "comparator", "due", "subject", "indicator", "level"):
        setattr(held, name, getattr(values, name))
    _decide(held, Clause.State.CONFIRMED, "", by, at)
    record(
        kind="clause.confirmed", by=by, at=at, organisation=held.plan.organisation_id, subject="targets.plan",
        subject_id=held.plan_id, detail={"clause": held.short},
    )  # fmt: skip
    places = list(committees(at.date())) if held.level == Clause.Level.COMMITTEE else [held.plan.organisation]
    return [set_target(clause=held, organisation=place, by=by, at=at) for place in places]


@transaction.atomic
def reject_clause(*, clause: Clause, reason: str, by: Post, at: dt.datetime) -> Clause:
    """Set a proposal aside; the reason stays beside it."""
    held = _hold(clause, by)
    if held.state != Clause.State.PROPOSED:
        raise Conflict(DECIDED, clause=held.short)
    if not reason.strip():
        raise Problem(NO_REASON)
    _decide(held, Clause.State.REJECTED, reason.strip()[:200], by, at)
    record(
        kind="clause.rejected", by=by, at=at, organisation=held.plan.organisation_id, subject="targets.plan",
        subject_id=held.plan_id, detail={"clause": held.short, "reason": held.reason},
    )  # fmt: skip
    return held


@transaction.atomic
def reopen_clause(*, clause: Clause, by: Post, at: dt.datetime) -> Clause:
    """Undo a decision: the clause waits again, its targets and their parts are withdrawn.

    Conflict once one of them has been handed out with an order.
    """
    held = _hold(clause, by)
    if held.state == Clause.State.PROPOSED:
        raise Conflict(NOT_DECIDED, clause=held.short)
    own = list(Target.objects.active().filter(clause=held).select_related("organisation"))
    parts = list(Target.objects.active().filter(parent__in=own).select_related("organisation"))
    for target in (*parts, *own):
        if target.order is not None and target.order.issued_at is not None:
            raise Conflict(ON_ORDER, clause=held.short, order=target.order.number)
    for target in (*parts, *own):
        withdraw_target(target=target, reason=REOPENED, by=by, at=at)
    held.state, held.reason, held.decided_by, held.decided_at = Clause.State.PROPOSED, "", None, None
    held.save()
    record(
        kind="clause.reopened", by=by, at=at, organisation=held.plan.organisation_id, subject="targets.plan",
        subject_id=held.plan_id, detail={"clause": held.short},
    )  # fmt: skip
    return held


@transaction.atomic
def add_clause(*, plan: Plan, start: int, end: int, by: Post) -> Clause:
    """Mark a stretch of the text by hand; it waits for its values like any proposal. Problem outside the text."""
    by.may("plans.edit", plan.organisation).insist()
    if not 0 <= start < end <= len(plan.text) or not plan.text[start:end].strip():
        raise Problem(BAD_SPAN)
    return Clause.objects.create(
        plan=plan, start=start, end=end, text=plan.text[start:end], comparator=Comparator.AT_LEAST
    )


def _hold(clause: Clause, by: Post) -> Clause:
    """The clause under a lock, if the post may decide it."""
    held = Clause.objects.select_for_update(of=("self",)).select_related("plan__organisation").get(pk=clause.pk)
    by.may("plans.edit", held.plan.organisation).insist()
    return held


def _decide(held: Clause, state: Clause.State, reason: str, by: Post, at: dt.datetime) -> None:
    held.state, held.reason, held.decided_by, held.decided_at = state, reason, by, at
    held.save()
