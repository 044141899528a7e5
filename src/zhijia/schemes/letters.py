"""Letters the county sends in one kind of work: title, number series and paragraphs, written by the office."""

from typing import Literal

from pydantic import Field

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict


class Letter(Strict):
    """One letter; `{due}` in a paragraph is the last day its step waits for an answer."""

    letter: str
    kind: Literal["函", "通知"]
    title: str = Field(description="what it is about; the office's name is set before it")
    series: str = Field(description="the words of the number series behind the county's first character")
    source: str
    trust: Trust
    paragraphs: tuple[str, ...]
