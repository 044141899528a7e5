"""The arithmetic of plans, a file for each noun: pace, lights, outcomes, parts, orders, slips. No ORM, no clock."""

from zhijia.targets.rules.lights import Light, Thresholds, light_of, share_of
from zhijia.targets.rules.orders import OrderState, state_of_order
from zhijia.targets.rules.outcomes import Outcome, campaign_score_of, class_of
from zhijia.targets.rules.pace import pace_of
from zhijia.targets.rules.parts import check_sum, plain_number, split_down
from zhijia.targets.rules.slips import Due, SlipColour, SlipLimits, slip_due

__all__ = [
    "Due",
    "Light",
    "OrderState",
    "Outcome",
    "SlipColour",
    "SlipLimits",
    "Thresholds",
    "campaign_score_of",
    "check_sum",
    "class_of",
    "light_of",
    "pace_of",
    "plain_number",
    "share_of",
    "slip_due",
    "split_down",
    "state_of_order",
]
