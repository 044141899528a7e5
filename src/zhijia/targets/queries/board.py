"""The matrix as data: rows of units, columns of targets, each cell with its figure, its target and its light."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhijia.indicators.rules import Figure
from zhijia.orgs.groups import group_name
from zhijia.orgs.models import Organisation
from zhijia.targets.rules import Light


@dataclass(frozen=True)
class Unit:
    """An organisation as a row knows it."""

    pk: int
    code: str
    name: str
    path: str
    group: str

    @classmethod
    def of(cls, node: Organisation) -> "Unit":
        """From the tree; the county's own grouping, else towns and zones against county departments."""
        return cls(node.pk, node.code, str(node), str(node.path), group_name(node))


@dataclass(frozen=True)
class Goal:
    """A target as a cell knows it."""

    pk: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: str
    better: str
    due: dt.date
    order: int | None


@dataclass(frozen=True)
class Cell:
    """One unit under one target. `share` and `due_share`: 1 = the whole target; `series`: share at month ends."""

    figure: Figure
    goal: Goal | None
    share: Fraction | None
    due_share: Fraction
    light: Light | None
    series: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True)
class Sum:
    """The subtotal of a column over a group: the figure of the whole group against the targets added.

    `goal` None: the group's targets are not one number (rates that differ).
    """

    figure: Figure
    goal: Decimal | None
    share: Fraction | None
    light: Light | None
    reached: int
    asked: int


@dataclass(frozen=True)
class Column:
    """One indicator that has targets this year."""

    key: str
    title: str
    short: str
    unit: str
    better: str
    task: str
    department: str
    due: dt.date


@dataclass(frozen=True)
class Row:
    """One unit with its cells in the order of the columns; `series`: mean share at month ends."""

    unit: Unit
    cells: tuple[Cell, ...]
    series: tuple[Fraction | None, ...]


@dataclass(frozen=True)
class Group:
    """Units compared with one another, and their subtotal."""

    name: str
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]


@dataclass(frozen=True)
class Matrix:
    """The wall chart of a year as of a day. `total` is the county's own row, None below the county."""

    year: int
    as_of: dt.date
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    total: Row | None
    months: tuple[dt.date, ...]

    def only(self, group: str) -> "Matrix":
        """The same with one group alone."""
        kept = tuple(one for one in self.groups if one.name == group)
        return Matrix(self.year, self.as_of, self.columns, kept, None, self.months)

    def lights(self) -> dict[str, int]:
        """How many cells show which light, best first."""
        shown = [cell.light for row in self.rows() for cell in row.cells if cell.light is not None]
        return {light.value: shown.count(light) for light in Light if light in shown}

    def rows(self) -> Sequence[Row]:
        """All unit rows of all groups."""
        return [row for group in self.groups for row in group.rows]
