"""Questions about plans, targets and orders."""

from zhijia.targets.queries.board import Cell, Column, Goal, Group, Matrix, Row, Sum, Unit
from zhijia.targets.queries.county import county_targets, waiting_targets, years_with_targets
from zhijia.targets.queries.followup import changes_of, objection_of, slip_of_number, slips_of
from zhijia.targets.queries.matrix import matrix_of, own_unions, sorted_groups
from zhijia.targets.queries.mine import Mine, behind, classes_of, orders_to_sign, own_targets
from zhijia.targets.queries.orders import OrderCard, Task, order_of, orders_of
from zhijia.targets.queries.plans import clause_of, clauses_of, next_open, pieces_of, plan_of, plans_of, skipped_of
from zhijia.targets.queries.splits import (
    Part,
    Split,
    adjustments_of,
    keys_for,
    proposed_split,
    split_of,
    target_of,
)
from zhijia.targets.queries.written import last_written

__all__ = [
    "Cell",
    "Column",
    "Goal",
    "Group",
    "Matrix",
    "Mine",
    "OrderCard",
    "Part",
    "Row",
    "Split",
    "Sum",
    "Task",
    "Unit",
    "adjustments_of",
    "behind",
    "changes_of",
    "classes_of",
    "clause_of",
    "clauses_of",
    "county_targets",
    "keys_for",
    "last_written",
    "matrix_of",
    "next_open",
    "objection_of",
    "order_of",
    "orders_of",
    "orders_to_sign",
    "own_targets",
    "own_unions",
    "pieces_of",
    "plan_of",
    "plans_of",
    "proposed_split",
    "skipped_of",
    "slip_of_number",
    "slips_of",
    "sorted_groups",
    "split_of",
    "target_of",
    "waiting_targets",
    "years_with_targets",
]
