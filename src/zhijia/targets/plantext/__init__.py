"""The plan-text reader: a hand-written grammar that turns a speech or yearly plan into proposed targets.

No language model: every proposal follows from rules an officer can be told (`skipped` tells them), and nothing
becomes a target before an officer has confirmed it.
"""

from zhijia.targets.plantext.files import PlanTextError, read_plan_file
from zhijia.targets.plantext.proposals import Proposal, Skip
from zhijia.targets.plantext.reading import extract, skipped
from zhijia.targets.plantext.suggesting import suggest

__all__ = ["PlanTextError", "Proposal", "Skip", "extract", "read_plan_file", "skipped", "suggest"]
