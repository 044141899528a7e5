"""Nouns of the plan: plan, clause, target and its revisions, assignment order and what follows it."""

from zhijia.targets.models.orders import Feedback, Objection, Order, SupervisionSlip
from zhijia.targets.models.plans import Clause, Plan
from zhijia.targets.models.targets import Target, TargetRevision

__all__ = [
    "Clause",
    "Feedback",
    "Objection",
    "Order",
    "Plan",
    "SupervisionSlip",
    "Target",
    "TargetRevision",
]
