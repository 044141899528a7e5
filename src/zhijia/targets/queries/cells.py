"""From figures and targets to cells and subtotals."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from zhijia.indicators.rules import Figure, added
from zhijia.targets.models import Target
from zhijia.targets.queries.board import Cell, Goal, Sum
from zhijia.targets.rules import Light, Thresholds, light_of, share_of
from zhijia.targets.schedule import due_share


def goal_of(target: Target) -> Goal:
    """A stored target as a cell shows it."""
    return Goal(
        pk=target.pk,
        value=target.value,
        value_max=target.value_max,
        unit=target.unit,
        comparator=target.comparator,
        better=target.better,
        due=target.due,
        order=target.order_id,
    )


def cell_of(
    figure: Figure, target: Target | None, history: Sequence[Figure], on: dt.date, thresholds: Thresholds
) -> Cell:
    """One cell; without a target only the figure is shown."""
    if target is None:
        return Cell(figure, None, None, Fraction(0), None)
    goal = Fraction(target.value)
    due = Fraction(1) if target.better == "lower" else due_share(target, on)
    light = light_of(
        figure.value, goal * due, goal, overdue=on > target.due, better=target.better, thresholds=thresholds
    )
    series = tuple(share_of(past.value, goal, target.better) for past in history)
    return Cell(figure, goal_of(target), share_of(figure.value, goal, target.better), due, light, series)


def sum_of(cells: Sequence[Cell], top: int, group: str, on: dt.date, thresholds: Thresholds) -> Sum:
    """The subtotal of one column over the cells of a group below the organisation `top`."""
    figure = added([cell.figure for cell in cells], top, group)
    set_cells = [cell for cell in cells if cell.goal is not None]
    goals = [cell.goal for cell in set_cells if cell.goal is not None]
    goal = _goal(cells)
    done = figure.value
    share, light = None, None
    if goal is not None and goals:
        better, whole = goals[0].better, Fraction(goal)
        due = _due(set_cells, figure.is_rate)
        late = all(on > item.due for item in goals)
        share = share_of(done, whole, better)
        light = light_of(done, whole * due, whole, overdue=late, better=better, thresholds=thresholds)
    reached = sum(cell.share is not None and cell.share >= 1 for cell in set_cells)
    return Sum(figure, goal, share, light, reached, len(set_cells))


def _goal(cells: Sequence[Cell]) -> Decimal | None:
    """Counts add up; rates have a common goal only when all units have the same."""
    goals = [cell.goal.value for cell in cells if cell.goal is not None]
    if not goals:
        return None
    if not cells[0].figure.is_rate:
        return sum(goals, Decimal(0))
    return goals[0] if len(set(goals)) == 1 else None


def _due(cells: Sequence[Cell], is_rate: bool) -> Fraction:
    """The share due of the group: weighted by the targets for counts, the mean for rates."""
    weights = [Fraction(1) if is_rate or cell.goal is None else Fraction(cell.goal.value) for cell in cells]
    whole = sum(weights, Fraction(0))
    if not whole:
        return Fraction(1)
    return sum((cell.due_share * weight for cell, weight in zip(cells, weights, strict=True)), Fraction(0)) / whole


def mean_share(cells: Sequence[Cell], month: int) -> Fraction | None:
    """Mean of the shares reached at a month end, none counted above all; None without targets."""
    known = [cell.series[month] for cell in cells if cell.goal is not None]
    shares = [min(share, Fraction(1)) for share in known if share is not None]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def is_late(cell: Cell) -> bool:
    """Whether a cell asks for attention."""
    return cell.light in (Light.WARNING, Light.BEHIND, Light.OVERDUE)
