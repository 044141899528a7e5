"""Dated parameters: every number of law or county policy, the day from which it holds, the paper that set it."""

import datetime as dt
from decimal import Decimal

from pydantic import Field, field_validator

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word


class DatedValue(Strict):
    """The value from a day on, and the paper that set it."""

    since: dt.date
    value: Decimal
    source: str
    trust: Trust


class Parameter(Strict):
    """One number with its history; the newest value whose `since` is not after the day holds."""

    title: Word
    short: Word = Field("", description="what a sentence calls it")
    unit: Word
    values: tuple[DatedValue, ...]

    @field_validator("values")
    @classmethod
    def _in_order(cls, values: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
        days = [value.since for value in values]
        if not days or days != sorted(set(days)):
            raise ValueError("values 至少一行，按 since 从早到晚排列且不重复")
        return values

    def on(self, day: dt.date) -> DatedValue:
        """The value in force on `day`; LookupError when the first value begins later."""
        for value in reversed(self.values):
            if value.since <= day:
                return value
        raise LookupError(f"{self.title} {day}")


class ParameterFile(Strict):
    """One theme's parameters."""

    theme: str
    parameters: dict[str, Parameter]
