"""The matrix of a year (目标矩阵): one question to the targets, one to the figures, the rest is arithmetic."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby

from zhijia.accounts.models import Post
from zhijia.indicators.queries import FigureKey, figures, indicator_of
from zhijia.indicators.rules import Figure
from zhijia.kit.period import months_of
from zhijia.orgs.kinds import kinds_at, level_of
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import committees
from zhijia.orgs.rules import DEPARTMENTS, TOWNS
from zhijia.registers.base.window import Window
from zhijia.targets.limits import thresholds_on
from zhijia.targets.models import Target
from zhijia.targets.queries.board import Column, Group, Matrix, Row, Unit
from zhijia.targets.queries.cells import cell_of, mean_share, sum_of
from zhijia.targets.rules import Thresholds
from zhijia.targets.schedule import column_order, is_counted, line_for

Targets = Mapping[tuple[int, str], Target]


def matrix_of(post: Post, year: int, as_of: dt.date) -> Matrix:
    """All units the post may see against all targets of the year, as of a day of that year (or its last)."""
    post.may("targets.view").insist()
    as_of = min(as_of, dt.date(year, 12, 31))
    nodes = list(committees(as_of).within(post.path))
    whole = post.organisation if level_of(post.organisation.kind) == "county" else None
    targets = targets_by_cell(year, post.path)
    columns = _columns(targets)
    windows = [Window.year_to(day) for day in month_ends(year, as_of)] + [Window.year_to(as_of)]
    places = [*nodes, whole] if whole else nodes
    found = figures([column.key for column in columns], windows, places, post.organisation) if columns else {}
    limits = thresholds_on(as_of)
    rows = [_row(node, columns, targets, found, windows, limits) for node in nodes]
    return Matrix(
        year=year,
        as_of=as_of,
        columns=columns,
        groups=tuple(_groups(rows, post.organisation.pk, columns, as_of, limits)),
        total=_row(whole, columns, targets, found, windows, limits) if whole else None,
        months=tuple(window.as_of for window in windows),
    )


def month_ends(year: int, as_of: dt.date) -> list[dt.date]:
    """The month ends of the year before the day."""
    return [month.end for month in months_of(year) if month.end < as_of]


def targets_by_cell(year: int, path: str) -> Targets:
    """Active targets of a year by organisation and indicator, of those the catalogue can still count."""
    found = Target.objects.active().filter(year=year).within(path).order_by("pk")
    return {(target.organisation_id, target.indicator): target for target in found if is_counted(target.indicator)}


def _columns(targets: Targets) -> tuple[Column, ...]:
    dues: dict[str, dt.date] = {}
    for (_, key), target in targets.items():
        dues[key] = max(dues.get(key, target.due), target.due)
    return tuple(_column(key, dues[key], targets) for key in column_order(set(dues)))


def _column(key: str, due: dt.date, targets: Targets) -> Column:
    indicator, line = indicator_of(key), line_for(key)
    better = next(target.better for (_, other), target in targets.items() if other == key)
    return Column(
        key=key,
        title=indicator.title,
        short=indicator.short or indicator.title,
        unit="%" if indicator.unit == "percent" else indicator.unit,
        better=better,
        task=line.task,
        department=line.department,
        due=due,
    )


def _row(
    node: Organisation,
    columns: Sequence[Column],
    targets: Targets,
    found: Mapping[FigureKey, Figure],
    windows: Sequence[Window],
    limits: Thresholds,
) -> Row:
    now = windows[-1]
    cells = tuple(
        cell_of(
            found[column.key, node.pk, now],
            targets.get((node.pk, column.key)),
            [found[column.key, node.pk, window] for window in windows],
            now.as_of,
            limits,
        )
        for column in columns
    )
    return Row(Unit.of(node), cells, tuple(mean_share(cells, month) for month in range(len(windows))))


def _groups(
    rows: Sequence[Row], top: int, columns: Sequence[Column], as_of: dt.date, limits: Thresholds
) -> list[Group]:
    """Towns and zones first, county departments after, other groups of the county last; never mixed."""
    order = {TOWNS: 0, DEPARTMENTS: 1}
    by_group = sorted(rows, key=lambda row: (order.get(row.unit.group, 2), row.unit.group))
    made = []
    for name, members in groupby(by_group, key=lambda row: row.unit.group):
        kept = tuple(members)
        sums = tuple(sum_of([row.cells[at] for row in kept], top, name, as_of, limits) for at in range(len(columns)))
        made.append(Group(name, kept, sums))
    return made


def sorted_groups(matrix: Matrix, key: str, descending: bool) -> Matrix:
    """The same matrix with rows ordered by a column's share inside each group; '' keeps register order.

    Units without a target or without data come last either way.
    """
    at = next((index for index, column in enumerate(matrix.columns) if column.key == key), None)
    if at is None:
        return matrix
    groups = tuple(Group(group.name, _sorted(group.rows, at, descending), group.sums) for group in matrix.groups)
    return Matrix(matrix.year, matrix.as_of, matrix.columns, groups, matrix.total, matrix.months)


def _sorted(rows: Sequence[Row], at: int, descending: bool) -> tuple[Row, ...]:
    known = [row for row in rows if row.cells[at].share is not None]
    rest = [row for row in rows if row.cells[at].share is None]
    known.sort(key=lambda row: row.cells[at].share or 0, reverse=descending)
    return (*known, *rest)


def own_unions(post: Post, committee: Organisation, year: int, as_of: dt.date) -> Matrix:
    """The unions under one committee: figures without targets, since targets are set for committees."""
    post.may("targets.view", committee).insist()
    targets = targets_by_cell(year, str(committee.path))
    columns = _columns(targets)
    windows, limits = [Window.year_to(as_of)], thresholds_on(as_of)
    nodes = list(
        Organisation.objects.filter(kind__in=kinds_at("union")).within(str(committee.path)).on(as_of).order_by("path")
    )
    places = [committee, *nodes]
    found = figures([column.key for column in columns], windows, places, committee) if columns else {}
    rows = tuple(_row(node, columns, targets, found, windows, limits) for node in nodes)
    total = _row(committee, columns, targets, found, windows, limits)
    return Matrix(year, as_of, columns, (Group(str(committee), rows, ()),), total, (as_of,))
