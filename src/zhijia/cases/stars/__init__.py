"""The rating of a Workers' Home (职工之家星级评定), step by step from the task to the plaque."""

from zhijia.cases.procedures import Procedure, announce
from zhijia.cases.stars.effects import EFFECTS, check_answers, may_begin
from zhijia.cases.stars.papers import DRAWN

STAR = announce(Procedure("star", opens=may_begin, effects=EFFECTS, papers=DRAWN, asks=check_answers))
