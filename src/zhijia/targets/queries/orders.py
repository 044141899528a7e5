"""Orders with their state, their progress from the figures, and the supervision slips the clock proposes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from zhijia.accounts.models import Post
from zhijia.indicators.queries import figures, indicator_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.targets.deadlines import objection_until, sign_until
from zhijia.targets.limits import slip_limits_on, thresholds_on
from zhijia.targets.models import Objection, Order, SupervisionSlip, Target
from zhijia.targets.queries.board import Cell
from zhijia.targets.queries.cells import cell_of
from zhijia.targets.queries.matrix import month_ends
from zhijia.targets.rules import Due, Light, OrderState, SlipLimits, slip_due, state_of_order
from zhijia.targets.schedule import column_order, due_share, is_counted, line_for

NO_ORDER = gettext_noop("没有这份交办单，或它不在您的管理范围内。")


@dataclass(frozen=True)
class Task:
    """One line of an order: the target, its figure and light, the slip that is due, slips already issued."""

    target: Target
    title: str
    task: str
    department: str
    cell: Cell
    due: Due | None
    slips: tuple[SupervisionSlip, ...]


@dataclass(frozen=True)
class OrderCard:
    """An order as a list or page shows it; `gone` are indicators of its targets that have left the catalogue."""

    order: Order
    state: OrderState
    tasks: tuple[Task, ...]
    sign_by: dt.date | None
    object_by: dt.date | None
    gone: tuple[str, ...] = ()

    @property
    def unfinished(self) -> int:
        """Targets not reached yet; where there is nothing to count there is nothing to reach."""
        return sum(task.cell.share is not None and task.cell.share < 1 for task in self.tasks)

    @property
    def lights(self) -> dict[str, int]:
        """How many tasks show which light, best first."""
        shown = [task.cell.light for task in self.tasks]
        return {light.value: shown.count(light) for light in Light if light in shown}


def orders_of(post: Post, year: int, on: dt.date) -> list[OrderCard]:
    """All orders of a year the post may see, each with its tasks; figures asked once for all of them."""
    post.may("orders.view").insist()
    open_objection = Objection.objects.filter(order=OuterRef("pk"), accepted__isnull=True)
    rows = Order.objects.visible_to(post).filter(year=year).select_related("organisation", "signed_by__user")
    return _cards(list(rows.annotate(objected=Exists(open_objection))), post.organisation, on)


def order_of(post: Post, number: int, on: dt.date) -> OrderCard:
    """One order with its tasks; NotFound outside the post's subtree."""
    post.may("orders.view").insist()
    open_objection = Objection.objects.filter(order=OuterRef("pk"), accepted__isnull=True)
    rows = Order.objects.visible_to(post).filter(pk=number).annotate(objected=Exists(open_objection))
    row = rows.select_related(
        "organisation", "drafted_by__user", "issued_by__user", "signed_by__user", "closed_by__user"
    ).first()
    if row is None:
        raise NotFound(NO_ORDER)
    return _cards([row], row.organisation, on)[0]


def _cards(orders: Sequence[Order], top: Organisation, on: dt.date) -> list[OrderCard]:
    targets = Target.objects.active().filter(order__in=orders).select_related("organisation", "order")
    by_order: dict[int, list[Target]] = {}
    for target in targets:
        by_order.setdefault(target.order_id or 0, []).append(target)
    tasks = _tasks([target for rows in by_order.values() for target in rows], top, on)
    return [_card(order, by_order.get(order.pk, []), tasks, on) for order in orders]


def _card(order: Order, targets: Sequence[Target], found: Mapping[int, Task], on: dt.date) -> OrderCard:
    tasks = [found[target.pk] for target in targets if target.pk in found]
    rank = {key: at for at, key in enumerate(column_order({task.target.indicator for task in tasks}))}
    object_by = objection_until(order.signed_on) if order.signed_on else None
    shares = [task.cell.share for task in tasks if task.cell.share is not None]
    reached = bool(shares) and all(share >= 1 for share in shares)
    state = state_of_order(
        issued=order.issued_at is not None,
        signed=order.signed_on is not None,
        objected=order.objected,  # type: ignore[attr-defined]
        may_object=object_by is not None and on <= object_by,
        reached=reached,
        closed=order.closed_at is not None,
    )
    return OrderCard(
        order=order,
        state=state,
        tasks=tuple(sorted(tasks, key=lambda task: rank[task.target.indicator])),
        sign_by=sign_until(order.issued_on) if order.issued_on else None,
        object_by=object_by,
        gone=tuple(target.indicator for target in targets if target.pk not in found),
    )


def _tasks(targets: Sequence[Target], top: Organisation, on: dt.date) -> Mapping[int, Task]:
    targets = [target for target in targets if is_counted(target.indicator)]
    if not targets:
        return {}
    year = targets[0].year
    day = min(on, dt.date(year, 12, 31))
    windows = [Window.year_to(end) for end in month_ends(year, day)[-1:]] + [Window.year_to(day)]
    places = {target.organisation_id: target.organisation for target in targets}
    found = figures([target.indicator for target in targets], windows, places.values(), top)
    slips: dict[int, list[SupervisionSlip]] = {}
    for slip in SupervisionSlip.objects.filter(target__in=targets).select_related("issued_by__user"):
        slips.setdefault(slip.target_id, []).append(slip)
    thresholds, limits = thresholds_on(day), slip_limits_on(day)
    tasks = {}
    for target in targets:
        history = [found[target.indicator, target.organisation_id, window] for window in windows]
        cell = cell_of(history[-1], target, history, day, thresholds)
        line = line_for(target.indicator)
        tasks[target.pk] = Task(
            target=target,
            title=indicator_of(target.indicator).title,
            task=line.task,
            department=line.department,
            cell=cell,
            due=_slip_due(target, cell, windows, on, limits) if target.order and target.order.issued_at else None,
            slips=tuple(slips.get(target.pk, ())),
        )
    return tasks


def _slip_due(target: Target, cell: Cell, windows: Sequence[Window], on: dt.date, limits: SlipLimits) -> Due | None:
    before = windows[0].as_of
    issued = target.order.issued_on if target.order else None
    was_out = len(windows) > 1 and issued is not None and issued <= before
    return slip_due(
        share=cell.share,
        due_share=cell.due_share,
        share_before=cell.series[0] if was_out else None,
        due_before=due_share(target, before),
        due=target.due,
        on=on,
        limits=limits,
    )
