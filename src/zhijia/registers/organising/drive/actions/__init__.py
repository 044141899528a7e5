"""The only writers of the founding drive: rounds, visits, lists, nail units."""

from zhijia.registers.organising.drive.actions.lists import accept_coded, decide_listed, register_new, undo_decision
from zhijia.registers.organising.drive.actions.nails import enter_list, take_nail_step
from zhijia.registers.organising.drive.actions.rounds import close_round, open_rounds
from zhijia.registers.organising.drive.actions.visits import record_visit
from zhijia.registers.organising.drive.clash import VisitClash

__all__ = [
    "VisitClash",
    "accept_coded",
    "close_round",
    "decide_listed",
    "enter_list",
    "open_rounds",
    "record_visit",
    "register_new",
    "take_nail_step",
    "undo_decision",
]
