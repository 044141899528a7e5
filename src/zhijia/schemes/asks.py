"""What a case asks: one field each, typed, with its label; the answers are kept with the case."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

AskType = Literal["text", "long", "number", "money", "date", "choice", "flag"]
NO_QUANTITY = "complete 只能写在“是否”和选择类的问题上：不得让人减少收入、改动数额"
NoticeKind = Literal["", "plain", "unit", "name", "illness", "child", "amount"]


class Ask(Strict):
    """One question. `choices` are key and label of what may be answered to a choice."""

    label: Word
    type: AskType = "text"
    choices: dict[str, Word] = {}
    required: bool = True
    least: Decimal | None = Field(None, description="smallest number allowed")
    help: Word = ""
    unit: Word = ""
    places: int = Field(0, ge=0, le=4, description="decimals a number may have")
    complete: Word = Field("", description="what a person may do so that it is so; empty: nothing is ever suggested")
    may_become: tuple[str, ...] = Field((), description="for a choice: what it may become")
    notice: NoticeKind = Field("", description="how it is masked in a public notice; empty: it is never published")

    @model_validator(mode="after")
    def _only_what_may_be_completed(self) -> "Ask":
        if self.complete and self.type not in ("flag", "choice"):
            raise ValueError(NO_QUANTITY)
        return self
