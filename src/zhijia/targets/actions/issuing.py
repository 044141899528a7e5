"""Drafting and issuing assignment orders: the number is taken and the paper frozen in one transaction."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.evidence.papers import freeze, next_number
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.kinds import kinds_at
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.targets.models import Order, Target
from zhijia.targets.papers import ORDER_SERIES, slip_of

TITLE = gettext_noop("%(county)s%(year)s年度重点工作交办单")
MOST_LINES = 4
NOTHING_TO_HAND_OUT = gettext_noop("%(year)s年没有待交办的目标：请先在“读计划”确认条款并分解到各单位。")
EMPTY = gettext_noop("%(place)s的交办单没有任务，不能签发。")
ALREADY = gettext_noop("%(number)s已经签发，请刷新页面。")
TOO_MANY = gettext_noop("工作要求最多%(most)s条，现有%(count)s条，请合并。")
NOTHING_CHOSEN = gettext_noop("没有可签发的交办单草稿，请先起草。")


@transaction.atomic
def draft_orders(*, year: int, by: Post, at: dt.datetime) -> list[Order]:
    """One draft for each unit with targets that no order carries yet; an open draft takes them in.

    Problem when there is nothing to hand out.
    """
    by.may("orders.issue", by.organisation).insist()
    waiting = Target.objects.active().visible_to(by).filter(year=year, order__isnull=True)
    waiting = waiting.filter(organisation__kind__in=kinds_at("committee"))
    by_place: dict[int, list[Target]] = {}
    for target in waiting.select_for_update(of=("self",)):
        by_place.setdefault(target.organisation_id, []).append(target)
    if not by_place:
        raise Problem(NOTHING_TO_HAND_OUT, year=year)
    title = TITLE % {"county": root().name, "year": year}
    drafts = []
    for place in Organisation.objects.filter(pk__in=by_place):
        draft, fresh = Order.objects.get_or_create(
            organisation=place,
            year=year,
            issued_at__isnull=True,
            defaults={"title": title, "drafted_by": by, "drafted_at": at},
        )
        Target.objects.filter(pk__in=[target.pk for target in by_place[place.pk]]).update(order=draft)
        if fresh:
            record(
                kind="order.drafted", by=by, at=at, organisation=place.pk, subject="targets.order",
                subject_id=draft.pk, detail={"title": f"{place.name}：{title}"},
            )  # fmt: skip
        drafts.append(draft)
    return drafts


@transaction.atomic
def edit_requirements(*, order: Order, text: str, by: Post) -> Order:
    """The requirements of a draft, one per line."""
    held = _hold_draft(order, by)
    held.requirements = text.strip()
    if len(held.requirement_lines) > MOST_LINES:
        raise Problem(TOO_MANY, most=MOST_LINES, count=len(held.requirement_lines))
    held.save()
    return held


@transaction.atomic
def drop_draft(*, order: Order, by: Post) -> None:
    """Throw a draft away; its targets wait for the next one."""
    held = _hold_draft(order, by)
    Target.objects.filter(order=held).update(order=None)
    held.delete()


def issue_orders(*, orders: Iterable[Order], by: Post, on: dt.date, at: dt.datetime) -> list[Order]:
    """Sign and number drafts, in register order. Each gets the next number of its year, and its paper as .docx and
    PDF with fingerprints.

    Each order is a transaction of its own, since setting a paper takes half a second and the county must not wait
    for all of them: what stops half way leaves whole orders and whole drafts. All are checked before the first.
    """
    chosen: Sequence[Order] = sorted(orders, key=lambda order: order.organisation.path)
    if not chosen:
        raise Problem(NOTHING_CHOSEN)
    for order in chosen:
        by.may("orders.issue", order.organisation).insist()
        if not order.targets.active().exists():
            raise Problem(EMPTY, place=order.organisation.name)
    return [_issue(order, by, on, at) for order in chosen]


@transaction.atomic
def _issue(order: Order, by: Post, on: dt.date, at: dt.datetime) -> Order:
    held = _hold_draft(order, by)
    held.number = next_number(ORDER_SERIES, held.year)
    held.issued_by, held.issued_on, held.issued_at = by, on, at
    held.paper = freeze(slip_of(held, on), on)
    held.save()
    record(
        kind="order.issued", by=by, at=at, organisation=held.organisation_id, subject="targets.order",
        subject_id=held.pk, detail={"number": held.number},
    )  # fmt: skip
    return held


def _hold_draft(order: Order, by: Post) -> Order:
    held = Order.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=order.pk)
    by.may("orders.issue", held.organisation).insist()
    if held.issued_at is not None:
        raise Conflict(ALREADY, number=held.number)
    return held
