"""The law of a case: where it stands, who may act, until when; no database, no clock, no request."""

from zhijia.cases.rules.fold import state_of
from zhijia.cases.rules.panels import panel_result
from zhijia.cases.rules.records import Rec
from zhijia.cases.rules.state import State

__all__ = ["Rec", "State", "panel_result", "state_of"]
