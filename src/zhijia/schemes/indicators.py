"""Indicators: what is counted, written as terms of registers. No expressions, only the registers' own vocabulary."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, field_validator, model_validator

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

Argument = str | int | Decimal | dt.date | dict[str, str]
Condition = str | dict[str, Argument | str | dict[str, Argument]]


class Measure(Strict):
    """One side of a figure: which register, under which terms, and what of the rows is added up."""

    count: str = Field(description="register key, e.g. organising.member")
    where: tuple[Condition, ...] = ()
    distinct: str | None = Field(None, description="count each of these once, e.g. employer")
    sum: str | None = Field(None, description="add up this whole-number field instead of counting rows")
    median: str | None = Field(None, description="take the middle value of this whole-number field over the rows")
    within: Literal["bottom"] | None = Field(None, description="only what the bottom counts too")

    @model_validator(mode="after")
    def _one_way(self) -> "Measure":
        if sum(map(bool, (self.sum, self.distinct, self.median))) > 1:
            raise ValueError("sum、distinct 与 median 只能写一个")
        return self


class Measures(Strict):
    """Numerator and, for rates, denominator."""

    top: Measure
    bottom: Measure | None = None


class Indicator(Strict):
    """One computed figure of the county: its definition in words and in terms."""

    indicator: str
    code: str = ""
    title: Word
    short: Word = ""
    theme: Word
    definition: Word = Field(description="one Chinese sentence an officer can read out")
    source: str
    trust: Trust
    unit: Word = Field(description="percent, or the classifier of the count: 家, 人, 份")
    better: Literal["higher", "lower"] = "higher"
    measures: Measures
    roll_up: Literal["by-tree"] = "by-tree"
    schedule: tuple[tuple[str, Decimal], ...] = ()
    aliases: tuple[str, ...] = ()

    @field_validator("schedule", mode="before")
    @classmethod
    def _pairs(cls, value: object) -> object:
        return tuple(value.items()) if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _rates_have_a_bottom(self) -> "Indicator":
        if (self.unit == "percent") != (self.measures.bottom is not None):
            raise ValueError("unit: percent 要有 measures.bottom，其他单位不能有")
        if self.measures.bottom is not None and (self.measures.top.median or self.measures.bottom.median):
            raise ValueError("median 不能用在比率里")
        return self
