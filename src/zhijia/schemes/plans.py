"""Plan templates: which indicators may receive targets, with the schedule by which they fall due."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field, field_validator

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

Pace = Literal["linear", "milestones", "seasonal"]
SplitKey = Literal["equal", "employers-without-union", "employees", "last-year", "same-value"]
BAD_MILESTONE = "milestones 写成“月-日: 百分比”，如 09-30: 100，日期和百分比都从小到大，百分比在 0 到 100 之间"


class PlanLine(Strict):
    """One indicator that takes targets: how its pace runs through the year and how it is split by default."""

    indicator: str
    task: Word = Field(description="name of the task on the assignment order")
    pace: Pace = "linear"
    milestones: dict[str, Decimal] = Field(default={}, description="MM-DD -> percent of the year's target due")
    split: SplitKey = "equal"
    department: Word = ""
    weight: Decimal = Decimal(0)
    source: str = Field("", description="the paper that set pace and weight, when not the template's own basis")
    trust: Trust = "assumed"

    @field_validator("milestones")
    @classmethod
    def _rising(cls, value: dict[str, Decimal]) -> dict[str, Decimal]:
        try:
            days = [dt.date(2001, *map(int, key.split("-"))) for key in value]
        except (ValueError, TypeError):
            raise ValueError(BAD_MILESTONE) from None
        shares = list(value.values())
        rising = all(a < b for a, b in pairwise(days)) and all(a <= b for a, b in pairwise(shares))
        if not rising or any(not 0 <= share <= 100 for share in shares):
            raise ValueError(BAD_MILESTONE)
        return value


class PlanTemplate(Strict):
    """The county's yearly plan as a list of lines."""

    plan: str
    title: Word
    basis: str
    source: str = ""
    trust: Trust = "assumed"
    lines: tuple[PlanLine, ...]

    def line_of(self, indicator: str) -> PlanLine | None:
        """The line of an indicator, if the template has one."""
        return next((line for line in self.lines if line.indicator == indicator), None)
