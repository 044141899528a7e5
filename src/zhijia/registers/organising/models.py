"""The organising registers' models, one file per noun, gathered here for Django."""

from zhijia.registers.organising.employers import Employer
from zhijia.registers.organising.members import Member
from zhijia.registers.organising.positions import Position
from zhijia.registers.organising.terms import UnionTerm
from zhijia.registers.organising.unions import Union

__all__ = ["Employer", "Member", "Position", "Union", "UnionTerm"]
