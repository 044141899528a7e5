"""Layouts of circulars: which parts in which order, which wording slots an officer fills."""

from typing import Literal

from pydantic import Field

from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word

PartKind = Literal["lead", "overview", "classes", "ranking", "expiring", "slot", "requirements", "tables", "outcome"]


class Part(Strict):
    """One part of a circular: computed, or a slot of words."""

    key: str
    part: PartKind
    title: Word = ""
    indicators: tuple[str, ...] = ()
    prompt: Word = Field("", description="for a slot: what the officer is asked to write")
    default: str = ""
    limit: int = Field(600, description="longest text of a slot, in characters")


class BulletinLayout(Strict):
    """One kind of circular."""

    bulletin: str
    title: str = Field(description="title with {year}, {period} placeholders")
    series: str = Field(description="key of the number series")
    basis: str
    addressees: str
    copy_to: str = ""
    rank_by: str = Field("", description="indicator, or 'score' for the mean completion of all targets")
    campaign: str = Field(
        "", description="key of a campaign: only its indicators are told, month by month while it runs"
    )
    tone: Literal["gentle", "usual", "strict"] = "usual"
    parts: tuple[Part, ...]
