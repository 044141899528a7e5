"""Dividing a county target over its committees."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.indicators.queries import indicator_of
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.targets.actions.targets import (
    RATE_UNIT,
    WHOLE_CHANGED,
    check_value,
    revise_target,
    set_target,
    withdraw_target,
)
from zhijia.targets.models import Target
from zhijia.targets.models.plans import Comparator
from zhijia.targets.rules import check_sum

A_PART = gettext_noop("“%(indicator)s”是分解下来的目标，请在全县目标上分解。")
ISSUED = gettext_noop("%(place)s的目标已随%(order)s下达，不能重新分解；请逐个单位调整并写明原因。")
NO_PARTS = gettext_noop("没有一个单位分到任务，请检查分解结果。")
STRANGER = gettext_noop("“%(place)s”不是承担任务的单位，不能分解到它。")
KEY_LABELS: Mapping[str, str] = {
    "equal": gettext_noop("平均分解"),
    "employers-without-union": gettext_noop("按未建会单位数"),
    "employees": gettext_noop("按职工人数"),
    "last-year": gettext_noop("按上年实绩"),
    "same-value": gettext_noop("各单位同一目标值"),
    "by-hand": gettext_noop("手工分解"),
}


@transaction.atomic
def split_target(
    *, target: Target, parts: Mapping[Organisation, Decimal], key: str, by: Post, at: dt.datetime
) -> list[Target]:
    """Set the parts of a target; refused unless they sum to it (rates: no sum, each its own share).

    A unit without a part gets no target, except under a ceiling, where zero is a real demand. Parts set before
    are changed or withdrawn; Conflict once one of them was handed out with an order. Returns the parts that count.
    """
    whole = (
        Target.objects.select_for_update(of=("self",)).select_related("organisation", "clause__plan").get(pk=target.pk)
    )
    by.may("targets.edit", whole.organisation).insist()
    if whole.clause is None or whole.parent_id is not None:
        raise Problem(A_PART, indicator=indicator_of(whole.indicator).title)
    _check(whole, parts)
    old = {
        part.organisation_id: part
        for part in whole.parts.filter(state=Target.State.ACTIVE).select_related("order", "organisation")
    }
    for part in old.values():
        if part.order is not None and part.order.issued_at is not None:
            raise Conflict(ISSUED, place=part.organisation.name, order=part.order.number)
    kept: list[Target] = []
    for place, value in parts.items():
        before = old.pop(place.pk, None)
        if value == 0 and whole.comparator != Comparator.AT_MOST:
            if before is not None:
                withdraw_target(target=before, reason=WHOLE_CHANGED, by=by, at=at)
        elif before is None:
            kept.append(
                set_target(
                    clause=whole.clause, organisation=place, by=by, at=at, parent=whole, value=value, split_key=key
                )
            )
        else:
            kept.append(_set_again(before, value, key, by, at))
    for before in old.values():
        withdraw_target(target=before, reason=WHOLE_CHANGED, by=by, at=at)
    if not kept:
        raise Problem(NO_PARTS)
    record(
        kind="target.split", by=by, at=at, organisation=whole.organisation_id, subject="targets.target",
        subject_id=whole.pk,
        detail={
            "indicator": indicator_of(whole.indicator).title, "parts": len(kept), "key": KEY_LABELS.get(key, key),
        },
    )  # fmt: skip
    return kept


def _check(whole: Target, parts: Mapping[Organisation, Decimal]) -> None:
    for place, value in parts.items():
        if not place.is_descendant_of(whole.organisation):
            raise Problem(STRANGER, place=place.name)
        check_value(value, whole.unit)
    if whole.unit != RATE_UNIT:
        check_sum(whole.value, {place.name: value for place, value in parts.items()})


def _set_again(part: Target, value: Decimal, key: str, by: Post, at: dt.datetime) -> Target:
    if part.split_key != key:
        part.split_key = key
        part.save(update_fields=["split_key"])
    if part.value == value:
        return part
    return revise_target(target=part, value=value, reason=WHOLE_CHANGED, by=by, at=at)
