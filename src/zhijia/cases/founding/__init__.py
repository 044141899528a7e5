"""The founding of a union (建会), step by step: the first procedure of the house."""

from zhijia.cases.founding import papers
from zhijia.cases.founding.answers import check_answers, suggested
from zhijia.cases.founding.effects import EFFECTS, may_begin
from zhijia.cases.procedures import Procedure, announce

FOUNDING = announce(
    Procedure("founding", opens=may_begin, effects=EFFECTS, papers=papers.DRAWN, asks=check_answers, suggests=suggested)
)
