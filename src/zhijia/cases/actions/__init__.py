"""The only writers of cases."""

from zhijia.cases.actions.appeals import answer_appeal, appeal
from zhijia.cases.actions.delegating import delegate, take_back
from zhijia.cases.actions.editions import approve_edition, hand_in_edition, refuse_edition
from zhijia.cases.actions.ending import end_case
from zhijia.cases.actions.notices import publish_notice
from zhijia.cases.actions.objections import answer_objection, object_to_notice
from zhijia.cases.actions.opening import open_case
from zhijia.cases.actions.panels import recuse, score, seat_panel
from zhijia.cases.actions.returning import change_answers, return_case
from zhijia.cases.actions.steps import take_step

__all__ = [
    "answer_appeal",
    "answer_objection",
    "appeal",
    "approve_edition",
    "change_answers",
    "delegate",
    "end_case",
    "hand_in_edition",
    "object_to_notice",
    "open_case",
    "publish_notice",
    "recuse",
    "refuse_edition",
    "return_case",
    "score",
    "seat_panel",
    "take_back",
    "take_step",
]
