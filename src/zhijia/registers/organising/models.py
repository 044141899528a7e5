"""The organising registers' models, one file per noun, gathered here for Django."""

from zhijia.registers.organising.bodies import UnionBody
from zhijia.registers.organising.certificates import LegalCertificate
from zhijia.registers.organising.chair_checks import ChairCheck
from zhijia.registers.organising.cobuilding_activities import CoBuildingActivity
from zhijia.registers.organising.cobuildings import CoBuilding
from zhijia.registers.organising.convenors import Convenor
from zhijia.registers.organising.drive.listed import ListedWorkplace
from zhijia.registers.organising.drive.nails import NailUnit
from zhijia.registers.organising.drive.rounds import SurveyRound
from zhijia.registers.organising.drive.visits import SurveyVisit
from zhijia.registers.organising.elections import Election
from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.followups import FollowUp
from zhijia.registers.organising.inspections import Inspection
from zhijia.registers.organising.meetings import Meeting
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.movements import Movement
from zhijia.registers.organising.positions import Position
from zhijia.registers.organising.rectifications import Rectification
from zhijia.registers.organising.six_bodies import SixBody
from zhijia.registers.organising.terms import UnionTerm
from zhijia.registers.organising.trainings import Training
from zhijia.registers.organising.unions import Union
from zhijia.registers.organising.vetoes import VetoEvent
from zhijia.registers.organising.works import WorkRecord

__all__ = [
    "ChairCheck",
    "CoBuilding",
    "CoBuildingActivity",
    "Convenor",
    "Election",
    "Employer",
    "FollowUp",
    "Inspection",
    "LegalCertificate",
    "ListedWorkplace",
    "Meeting",
    "Member",
    "Movement",
    "NailUnit",
    "Position",
    "Rectification",
    "SixBody",
    "SurveyRound",
    "SurveyVisit",
    "Training",
    "Union",
    "UnionBody",
    "UnionTerm",
    "VetoEvent",
    "WorkRecord",
]
