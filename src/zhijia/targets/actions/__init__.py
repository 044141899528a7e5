"""The only writers of plans, targets and orders."""

from zhijia.targets.actions.clauses import ClauseValues, add_clause, confirm_clause, reject_clause, reopen_clause
from zhijia.targets.actions.issuing import draft_orders, drop_draft, edit_requirements, issue_orders
from zhijia.targets.actions.plans import create_plan, drop_plan
from zhijia.targets.actions.receipts import close_order, decide_objection, give_feedback, object_to, sign_for
from zhijia.targets.actions.slips import issue_slip
from zhijia.targets.actions.splits import split_target
from zhijia.targets.actions.targets import revise_target, set_target, withdraw_target

__all__ = [
    "ClauseValues",
    "add_clause",
    "close_order",
    "confirm_clause",
    "create_plan",
    "decide_objection",
    "draft_orders",
    "drop_draft",
    "drop_plan",
    "edit_requirements",
    "give_feedback",
    "issue_orders",
    "issue_slip",
    "object_to",
    "reject_clause",
    "reopen_clause",
    "revise_target",
    "set_target",
    "sign_for",
    "split_target",
    "withdraw_target",
]
