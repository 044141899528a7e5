"""What a case asks: one field each, typed, with its label; the answers are kept with the case."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

AskType = Literal["text", "long", "number", "date", "choice", "flag"]
NoticeKind = Literal["", "plain", "unit", "name", "illness", "child", "amount"]


class Ask(Strict):
    """One question. `choices` are key and label of what may be answered to a choice."""

    label: Word
    type: AskType = "text"
    choices: dict[str, Word] = {}
    required: bool = True
    least: Decimal | None = Field(None, description="smallest number allowed")
    help: Word = ""
    notice: NoticeKind = Field("", description="how it is masked in a public notice; empty: it is never published")
