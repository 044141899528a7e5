"""Setting, changing and withdrawing a target. Every change keeps what was before, with its reason."""

import datetime as dt
from decimal import Decimal

from django.db import IntegrityError, transaction

from zhijia.accounts.models import Post
from zhijia.indicators.queries import indicator_of, title_of
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.targets.models import Clause, Target, TargetRevision
from zhijia.targets.rules import plain_number
from zhijia.targets.schedule import line_for

RATE_UNIT = "%"
NEEDS_RATE = gettext_noop("指标“%(indicator)s”是百分比，目标值“%(unit)s”不是，请改写单位或另选指标。")
NEEDS_COUNT = gettext_noop("指标“%(indicator)s”按“%(unit)s”计数，条款写的是百分比，请另选比率类指标或改写目标值。")
ALREADY = gettext_noop("“%(place)s”%(year)s年已有“%(indicator)s”的目标，请在原目标上调整。")
NO_REASON = gettext_noop("调整或撤销目标要写明原因。")
NOTHING = gettext_noop("目标值和完成时限都没有变化。")
GONE = gettext_noop("目标“%(indicator)s”已经撤销，不能再改。")
NEGATIVE = gettext_noop("目标值不能为负数，现为%(value)s。")
OVER_HUNDRED = gettext_noop("比率类目标不能超过100%%，现为%(value)s%%。")
HAS_PARTS = gettext_noop("目标“%(indicator)s”已分解到%(parts)s个单位，请先撤销分解。")
WHOLE_CHANGED = gettext_noop("上级目标调整，重新分解")


def check_unit(indicator: str, unit: str) -> None:
    """Problem when a percentage is tied to a count or the other way round."""
    known = indicator_of(indicator)
    if known.unit == "percent" and unit != RATE_UNIT:
        raise Problem(NEEDS_RATE, indicator=known.title, unit=unit)
    if known.unit != "percent" and unit == RATE_UNIT:
        raise Problem(NEEDS_COUNT, indicator=known.title, unit=known.unit)


def check_value(value: Decimal, unit: str) -> None:
    """Problem for a negative number or a share above all."""
    if value < 0:
        raise Problem(NEGATIVE, value=plain_number(value))
    if unit == RATE_UNIT and value > 100:
        raise Problem(OVER_HUNDRED, value=plain_number(value))


@transaction.atomic
def set_target(
    *,
    clause: Clause,
    organisation: Organisation,
    by: Post,
    at: dt.datetime,
    parent: Target | None = None,
    value: Decimal | None = None,
    split_key: str = "",
) -> Target:
    """The target of a confirmed clause for one organisation; `parent`, `value` and `split_key` for a part.

    Unit, comparator and deadline are the clause's (the year's end when it names none), the pace the template's.
    Conflict when the organisation already has a target for the indicator that year.
    """
    by.may("targets.edit", organisation).insist()
    number = clause.value if value is None else value
    assert number is not None  # the database refuses a confirmed clause without a value
    check_value(number, clause.unit)
    line, year = line_for(clause.indicator), clause.plan.year
    target = Target(
        clause=clause, parent=parent, indicator=clause.indicator, organisation=organisation, year=year, value=number,
        value_max=clause.value_max if parent is None else None, comparator=clause.comparator, unit=clause.unit,
        due=clause.due or dt.date(year, 12, 31), pace=line.pace, split_key=split_key, confirmed_by=by, confirmed_at=at,
        milestones={day: str(share) for day, share in line.milestones.items()},
    )  # fmt: skip
    try:
        with transaction.atomic():
            target.save(force_insert=True)
    except IntegrityError as fault:
        raise Conflict(
            ALREADY, place=organisation.name, year=year, indicator=indicator_of(clause.indicator).title
        ) from fault
    TargetRevision.objects.create(
        target=target, kind=TargetRevision.Kind.SET, new_value=number, new_due=target.due, by=by, at=at
    )
    record(
        kind="target.set", by=by, at=at, organisation=organisation.pk, subject="targets.target",
        subject_id=target.pk, detail={**_told(target), "due": target.due},
    )  # fmt: skip
    return target


@transaction.atomic
def revise_target(
    *, target: Target, value: Decimal, due: dt.date | None = None, reason: str, by: Post, at: dt.datetime
) -> Target:
    """Change value or deadline; the old ones stay in the history. Problem without a reason or without a change.

    A part may be revised after a split: the split page then shows the difference to the whole with these reasons.
    """
    held = _hold(target, by)
    if not reason.strip():
        raise Problem(NO_REASON)
    check_value(value, held.unit)
    old_value, old_due, new_due = held.value, held.due, due or held.due
    if (old_value, old_due) == (value, new_due):
        raise Problem(NOTHING)
    held.value, held.due = value, new_due
    held.save()
    TargetRevision.objects.create(
        target=held, kind=TargetRevision.Kind.REVISED, old_value=old_value, new_value=value, old_due=old_due,
        new_due=new_due, reason=reason.strip()[:200], by=by, at=at,
    )  # fmt: skip
    record(
        kind="target.revised", by=by, at=at, organisation=held.organisation_id, subject="targets.target",
        subject_id=held.pk,
        detail={
            "indicator": title_of(held.indicator), "old": plain_number(old_value),
            "new": plain_number(value), "reason": reason,
        },
    )  # fmt: skip
    return held


@transaction.atomic
def withdraw_target(*, target: Target, reason: str, by: Post, at: dt.datetime) -> Target:
    """Take a target back; it stays readable. Conflict while parts of it still count."""
    held = _hold(target, by)
    if not reason.strip():
        raise Problem(NO_REASON)
    parts = held.parts.filter(state=Target.State.ACTIVE).count()
    if parts:
        raise Conflict(HAS_PARTS, indicator=title_of(held.indicator), parts=parts)
    held.state = Target.State.WITHDRAWN
    if held.order is not None and held.order.issued_at is None:
        held.order = None
    held.save()
    TargetRevision.objects.create(
        target=held, kind=TargetRevision.Kind.WITHDRAWN, old_value=held.value, old_due=held.due,
        reason=reason.strip()[:200], by=by, at=at,
    )  # fmt: skip
    record(
        kind="target.withdrawn", by=by, at=at, organisation=held.organisation_id, subject="targets.target",
        subject_id=held.pk, detail={"indicator": title_of(held.indicator), "reason": reason},
    )  # fmt: skip
    return held


def _hold(target: Target, by: Post) -> Target:
    """The target under a lock, if it still counts and the post may change it."""
    held = Target.objects.select_for_update(of=("self",)).select_related("organisation", "order").get(pk=target.pk)
    by.may("targets.edit", held.organisation).insist()
    if held.state != Target.State.ACTIVE:
        raise Conflict(GONE, indicator=title_of(held.indicator))
    return held


def _told(target: Target) -> dict[str, object]:
    return {
        "indicator": indicator_of(target.indicator).title,
        "value": plain_number(target.value),
        "unit": target.unit,
    }
