"""A post's own targets: what the desk shows, what is behind, and the classes in which a circular names units."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from zhijia.accounts.models import Post
from zhijia.indicators.queries import figures, title_of
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.targets.limits import thresholds_on
from zhijia.targets.models import Objection, Order, Target
from zhijia.targets.queries.board import Cell, Unit
from zhijia.targets.queries.cells import cell_of, is_late
from zhijia.targets.queries.matrix import targets_by_cell
from zhijia.targets.rules import Outcome, class_of, share_of
from zhijia.targets.schedule import column_order, is_counted


@dataclass(frozen=True)
class Mine:
    """One target of the post's own organisation; no cell when its indicator has left the catalogue."""

    title: str
    unit: Unit
    cell: Cell | None


def own_targets(post: Post, on: dt.date) -> list[Mine]:
    """The targets of the post's own organisation this year, in the order of the plan."""
    if not post.may("targets.view"):
        return []
    place = post.organisation
    found = Target.objects.active().filter(year=on.year, organisation=place)
    mine = {target.indicator: target for target in found}
    window, limits, unit = Window.year_to(on), thresholds_on(on), Unit.of(place)
    counted = [key for key in mine if is_counted(key)]
    values = figures(counted, [window], [place], place) if counted else {}
    cells = {key: cell_of(values[key, place.pk, window], mine[key], [], on, limits) for key in counted}
    return [Mine(title_of(key), unit, cells.get(key)) for key in column_order(set(mine))]


def behind(post: Post, on: dt.date) -> list[Mine]:
    """Those of them that are yellow or red."""
    return [line for line in own_targets(post, on) if line.cell is not None and is_late(line.cell)]


def orders_to_sign(post: Post) -> list[Order]:
    """Orders handed to the post's organisation that nobody has signed for."""
    if not post.may("orders.sign"):
        return []
    waiting = Order.objects.filter(organisation=post.organisation, issued_at__isnull=False, signed_on__isnull=True)
    return list(waiting.select_related("organisation"))


def objections_to_decide(post: Post) -> list[Objection]:
    """Objections from the post's subtree that nobody has answered, oldest first; for posts that adjust targets."""
    if not post.may("targets.edit"):
        return []
    low, high = prefix_range(post.path)
    waiting = Objection.objects.filter(
        accepted__isnull=True, order__organisation__path__gte=low, order__organisation__path__lt=high
    )
    return list(waiting.select_related("order__organisation", "target"))


def classes_of(
    keys: Sequence[str], year: int, as_of: dt.date, organisations: Sequence[Organisation], top: Organisation
) -> dict[Outcome, list[Organisation]]:
    """The units in the three classes for a campaign's indicators, as of a day; units without a target are left out."""
    window = Window.year_to(as_of)
    values = figures(keys, [window], organisations, top)
    targets = targets_by_cell(year, str(top.path))
    classes: dict[Outcome, list[Organisation]] = {outcome: [] for outcome in Outcome}
    for place in organisations:
        own = [targets[place.pk, key] for key in keys if (place.pk, key) in targets]
        shares = [
            share_of(values[target.indicator, place.pk, window].value, target.goal, target.better) for target in own
        ]
        outcome = class_of(shares)
        if outcome is not None:
            classes[outcome].append(place)
    return classes
