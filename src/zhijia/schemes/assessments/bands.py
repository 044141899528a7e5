"""What a score leads to: bands with their gates, vetoes, how fast one may climb; and the members' survey."""

from decimal import Decimal

from pydantic import Field, model_validator

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

ONE_SOURCE = "figure、survey、criterion、held 只能写一个，且必须写一个"


class Held(Strict):
    """A band that must have been held so long."""

    star: int
    months: int


class Gate(Strict):
    """What must hold beside the score. Bounds are compared with exact rates; `more_than` leaves its bound out."""

    title: Word
    figure: str = ""
    survey: str = ""
    criterion: str = ""
    held: Held | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    more_than: Decimal | None = None
    empty_passes: bool = Field(False, description="a rate without a denominator passes")
    applies: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_source(self) -> "Gate":
        if sum(bool(one) for one in (self.figure, self.survey, self.criterion, self.held)) != 1:
            raise ValueError(ONE_SOURCE)
        return self


class Band(Strict):
    """One band: `least` points in all and `chapter` percent of the applicable points of every chapter."""

    key: str
    star: int
    title: Word
    least: Decimal
    chapter: Decimal = Decimal(0)
    gates: tuple[Gate, ...] = ()


class Veto(Strict):
    """What bars a unit whatever its score: a figure that reaches a number, or a rate or survey below one."""

    key: str
    title: Word
    figure: str = ""
    survey: str = ""
    at_least: Decimal | None = None
    below: Decimal | None = None


class Climb(Strict):
    """The highest band of a first rating, of one after a rating without a band, and the steps later on."""

    first: int
    after_none: int
    step: int


class Extra(Strict):
    """Points beside the sheet: so many for each one counted, at most so many; negative ones are taken off."""

    key: str
    title: Word
    figure: str
    each: Decimal
    most: Decimal


class Question(Strict):
    """One question of the survey. `good`: answers that count as satisfied."""

    title: Word
    choices: dict[str, Word]
    good: tuple[str, ...]
    applies: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _good_ones_are_choices(self) -> "Question":
        if not self.good or set(self.good) - set(self.choices):
            raise ValueError("good 须写 choices 里的键")
        return self


class Survey(Strict):
    """Who is invited and when it is valid: all up to `all_up_to`, else the larger of `least` and `share` percent."""

    questions: dict[str, Question]
    all_up_to: int
    least: int
    share: Decimal
    valid: Decimal = Field(description="percent of the invited whose answers make it valid")
    valid_on_paper: Decimal = Field(description="the same when it was filled in on paper in an assembly")
    smallest: int = Field(description="fewer answers are not shown")
