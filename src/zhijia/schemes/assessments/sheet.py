"""The rows of a score sheet: chapters, criteria, and the parts whose points add up to a criterion."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

ONE_SOURCE = "figure、survey、judged、given 只能写一个，且必须写一个"
ONE_WAY = "reached、at_most、steps、linear、each 只能写一个；figure 和 survey 必须写，judged 和 given 不写"
Empty = Literal["zero", "full", "not-applicable"]


class Linear(Strict):
    """No points up to `low`, all of them from `high` on, in between in proportion."""

    low: Decimal
    high: Decimal

    @model_validator(mode="after")
    def _rising(self) -> "Linear":
        if self.low >= self.high:
            raise ValueError("linear 的 low 须小于 high")
        return self


class Test(Strict):
    """A figure compared with a number; every bound that is written must hold."""

    figure: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class Part(Strict):
    """Some of a criterion's points: where the evidence comes from and how it becomes points.

    `empty`: what a rate without a denominator gives; a number gives so many points. `when`: otherwise the part does not
    apply. `completable`: a union may bring it to its full points by doing what is asked.
    """

    points: Decimal = Field(gt=0)
    title: Word = ""
    figure: str = Field("", description="indicator whose figure is read")
    survey: str = Field("", description="question of the members' survey whose satisfaction is read")
    judged: Word = Field("", description="what people look at when they judge it by the rubric")
    given: Word = Field("", description="granted without evidence, and why")
    reached: Decimal | None = None
    at_most: Decimal | None = None
    steps: dict[Decimal, Decimal] = Field(default={}, description="value from which on -> points")
    linear: Linear | None = None
    each: Decimal | None = Field(None, description="points for each one counted, up to `points`")
    empty: Empty | Decimal = "zero"
    applies: tuple[str, ...] = Field((), description="variants; none: all of the criterion's")
    when: Test | None = None
    completable: bool = True

    @model_validator(mode="after")
    def _one_of_each(self) -> "Part":
        sources = [bool(one) for one in (self.figure, self.survey, self.judged, self.given)]
        if sum(sources) != 1:
            raise ValueError(ONE_SOURCE)
        ways = [self.reached is not None, self.at_most is not None, bool(self.steps), self.linear is not None,
                self.each is not None]  # fmt: skip
        if sum(ways) != (1 if self.figure or self.survey else 0):
            raise ValueError(ONE_WAY)
        return self


class Criterion(Strict):
    """One row. `combine`: the points of its parts are added, or the best of them counts."""

    key: str
    title: Word
    points: Decimal = Field(gt=0)
    evidence: Word = Field(description="papers that prove it")
    parts: tuple[Part, ...] = Field(min_length=1)
    combine: Literal["sum", "best"] = "sum"
    applies: tuple[str, ...] = Field((), description="variants; none: all")

    def part_key(self, at: int) -> str:
        """Name of the part at a place, from 0: the criterion's own when it has no other."""
        return self.key if len(self.parts) == 1 else f"{self.key}.{at + 1}"

    def worth(self, variant: str) -> Decimal:
        """Points its parts can give in a variant."""
        if self.applies and variant not in self.applies:
            return Decimal(0)
        points = [part.points for part in self.parts if not part.applies or variant in part.applies]
        return (sum(points, Decimal(0)) if self.combine == "sum" else max(points, default=Decimal(0))) or Decimal(0)


class Chapter(Strict):
    """Criteria that belong together and the department that checks them."""

    key: str
    title: Word
    points: Decimal
    department: Word = ""
    criteria: tuple[Criterion, ...] = Field(min_length=1)
