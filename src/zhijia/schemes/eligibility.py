"""What an edition asks of a case before anything is granted: when one may apply, which facts, papers and conditions count."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from zhijia.schemes.conditions.grammar import Amount, Condition
from zhijia.schemes.indicators import Condition as TermCondition
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

ONE_SOURCE = "每个 facts 写且只写一个来源：column、term、standing 或 difference"
NO_QUANTITY = "complete 只能写在“是否”和选择类的事实上：不得让人减少收入、改动数额"
CLOSES_FIRST = "window 的 closes 不得早于 opens"
FactType = Literal["number", "money", "date", "choice", "text", "flag"]


class ApplyWindow(Strict):
    """From which day to which one may apply, both included."""

    opens: dt.date
    closes: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> "ApplyWindow":
        if self.closes < self.opens:
            raise ValueError(CLOSES_FIRST)
        return self


class HouseFact(Strict):
    """A fact nobody is asked for, because the house knows it: from the row applied for, its standings, or worked out."""

    label: Word
    type: FactType = "flag"
    unit: Word = ""
    column: str = Field("", description="a column of the register applied for")
    term: TermCondition = Field("", description="a term of that register: yes or no")
    standing: str = Field("", description="a standing held on the day of application: yes or no")
    difference: tuple[str, str] | None = Field(None, description="the first fact less the second")
    choices: dict[str, Word] = {}
    codes: str = Field("", description="code list of a choice")
    complete: Word = Field("", description="what a person may do so that it is so; empty: nothing is ever suggested")
    may_become: tuple[str, ...] = Field((), description="for a choice: what it may become")

    @model_validator(mode="after")
    def _one_source(self) -> "HouseFact":
        if sum(map(bool, (self.column, self.term, self.standing, self.difference))) != 1:
            raise ValueError(ONE_SOURCE)
        if self.complete and self.type not in ("flag", "choice"):
            raise ValueError(NO_QUANTITY)
        return self


class Paper(Strict):
    """A paper to be handed in with the application; `proves`: facts that do not count without it."""

    key: str
    label: Word
    required: bool = True
    when: Condition | None = Field(None, description="required only when this is met")
    proves: tuple[str, ...] = ()


class Refusal(Strict):
    """What rules a case out, whatever else is met."""

    why: Word = Field(description="the reason as the applicant reads it")
    when: Condition


class Cap(Strict):
    """The most that is paid, and the sentence that says so."""

    title: Word
    at: Amount


class Sum(Strict):
    """How much: a plain amount, a table by a choice, the first branch that is met, a share, or the gap up to a line."""

    fixed: Amount | None = None
    table: str = Field("", description="the choice the rows go by")
    rows: dict[str, Amount] = {}
    first: tuple["Branch", ...] = ()
    share_of: str = Field("", description="a money fact of which `percent` is paid")
    percent: Decimal | str = Decimal(100)
    gap_to: Amount | None = Field(None, description="paid is what is missing up to this")
    gap_from: str = ""
    caps: tuple[Cap, ...] = Field((), description="at most so much")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"fixed": value} if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value

    @model_validator(mode="after")
    def _one_way(self) -> "Sum":
        ways = [self.fixed, self.table, self.first, self.share_of, self.gap_to]
        if sum(way not in (None, "", ()) for way in ways) != 1:
            raise ValueError("amount 写且只写一种：一个数、table 加 rows、first、share_of 或 gap_to")
        if bool(self.table) != bool(self.rows) or bool(self.gap_to) != bool(self.gap_from):
            raise ValueError("table 要有 rows，gap_to 要有 gap_from")
        return self


class Branch(Strict):
    """So much when this is met."""

    when: Condition
    amount: Sum


class Payment(Strict):
    """Money granted: out of which kind of fund, how much, at most how much, and how often."""

    label: Word
    kind: str = Field(description="kind of payment, of the code list payment-kind")
    fund: str = Field("", description="the fund it comes out of; empty: chosen when the batch is made")
    amount: Sum
    once_per: tuple[str, ...] = Field((), description="answers, and year or school-year: paid once for the same ones")


class Holding(Strict):
    """A standing granted: which, and for how many months (0: without end)."""

    label: Word
    standing: str
    months: int | str = 0


class Grant(Strict):
    """One thing a case may bring."""

    pays: Payment | None = None
    stands: Holding | None = None

    @model_validator(mode="after")
    def _one(self) -> "Grant":
        if (self.pays is None) == (self.stands is None):
            raise ValueError("每项 grants 写且只写一种：pays 或 stands")
        return self
