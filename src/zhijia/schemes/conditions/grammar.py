"""How a condition is written. Each node is one of: all, any, not, meets, holds, a comparison of a field, a step's outcome.

Nothing else can be said: there are no expressions, and no string is ever evaluated.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator, model_validator

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

ONE_WAY = "每个条件只写一种：all、any、not、meets、holds、field 加一种比较，或 step 加 outcome"
ONE_COMPARISON = "field 之后写且只写一种比较：lt、le、gt、ge、is、in"
ONE_AMOUNT = "写一个数、一个日期，或 parameter、field、months_ago 中的一种"
ORDERS = ("lt", "le", "gt", "ge")


class Amount(Strict):
    """What a field is compared with: a number, a day, a parameter or another field; times so much, for each of so many."""

    number: Decimal | None = None
    day: dt.date | None = None
    parameter: str = ""
    field: str = ""
    months_ago: int | str = Field(
        0, description="the day so many months before the application; a number or a parameter"
    )
    times: tuple[Decimal | str, ...] = Field((), description="multiplied by these: numbers or parameters")
    percent: Decimal | str = Field(Decimal(100), description="so many per cent of it: a number or a parameter")
    each: str = Field("", description="multiplied by this field, e.g. the number of family members")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        if isinstance(value, dt.date):
            return {"day": value}
        return {"number": value} if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value

    @field_validator("times", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return value if isinstance(value, list | tuple) else (value,)

    @model_validator(mode="after")
    def _one(self) -> "Amount":
        ways = [self.number is not None, self.day is not None, self.parameter, self.field, self.months_ago]
        if sum(map(bool, ways)) != 1:
            raise ValueError(ONE_AMOUNT)
        return self

    @property
    def parameters(self) -> list[str]:
        """Parameters it names."""
        words = [self.parameter, self.months_ago, self.percent, *self.times]
        return [word for word in words if isinstance(word, str) and word]

    @property
    def fields(self) -> list[str]:
        """Facts it names."""
        return [key for key in (self.field, self.each) if key]


class Condition(Strict):
    """One node of the tree."""

    every: tuple["Condition", ...] = Field((), alias="all")
    some: tuple["Condition", ...] = Field((), alias="any")
    no: "Condition | None" = Field(None, alias="not")
    meets: str = Field("", description="a condition of this edition that has a name")
    holds: str = Field("", description="a yes-or-no fact that is so, or a paper that is there")
    field: str = Field("", description="the fact compared")
    lt: Amount | None = None
    le: Amount | None = None
    gt: Amount | None = None
    ge: Amount | None = None
    equal: str | bool | None = Field(None, alias="is")
    among: tuple[str, ...] = Field((), alias="in")
    step: str = Field("", description="an earlier step of the procedure")
    outcome: str = Field("", description="the outcome that step had")

    @model_validator(mode="after")
    def _one(self) -> "Condition":
        ways: list[Any] = [self.every, self.some, self.no, self.meets, self.holds, self.field, self.step]
        if sum(map(bool, ways)) != 1 or bool(self.step) != bool(self.outcome):
            raise ValueError(ONE_WAY)
        orders = [getattr(self, key) is not None for key in ORDERS]
        if sum([*orders, self.equal is not None, bool(self.among)]) != bool(self.field):
            raise ValueError(ONE_COMPARISON)
        return self

    @property
    def order(self) -> str:
        """Which of lt, le, gt, ge it is; '' for none."""
        return next((key for key in ORDERS if getattr(self, key) is not None), "")

    @property
    def limit(self) -> Amount:
        """What an order compares with."""
        found: Amount = getattr(self, self.order)
        return found

    @property
    def parts(self) -> tuple["Condition", ...]:
        """The nodes below."""
        return self.every or self.some or ((self.no,) if self.no is not None else ())

    @property
    def values(self) -> tuple[str | bool, ...]:
        """What a field may be, for `is` and `in`."""
        return self.among or ((self.equal,) if self.equal is not None else ())

    def walk(self) -> Iterator["Condition"]:
        """This node and all below."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def names(self) -> list[str]:
        """Facts and papers named here, not below."""
        amounts = self.limit.fields if self.order else []
        return [key for key in (self.holds, self.field, *amounts) if key]


class Named(Strict):
    """A condition with a name, to be met in several places."""

    title: Word
    when: Condition
