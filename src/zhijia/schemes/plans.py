"""Plan templates: which indicators may receive targets, with the schedule by which they fall due."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from zhijia.schemes.load import Strict

Pace = Literal["linear", "milestones", "seasonal"]
SplitKey = Literal["equal", "employers-without-union", "employees", "last-year", "same-value"]


class PlanLine(Strict):
    """One indicator that takes targets: how its pace runs through the year and how it is split by default."""

    indicator: str
    task: str = Field(description="name of the task on the assignment order")
    pace: Pace = "linear"
    milestones: dict[str, Decimal] = Field(default={}, description="MM-DD -> percent of the year's target due")
    split: SplitKey = "equal"
    department: str = ""
    weight: Decimal = Decimal(0)


class PlanTemplate(Strict):
    """The county's yearly plan as a list of lines."""

    plan: str
    title: str
    basis: str
    lines: tuple[PlanLine, ...]
