"""Campaigns (突击月): a stretch of days, the indicators looked at, the weekday on which a week is summed up."""

import datetime as dt

from pydantic import Field, model_validator

from zhijia.kit.period import Span
from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word


class Campaign(Strict):
    """One campaign of one year; next year's is another file."""

    campaign: str
    year: int
    title: Word
    basis: str
    trust: Trust
    since: dt.date
    until: dt.date
    weekday: int = Field(5, ge=1, le=7, description="1 = Monday; the day on which a week's figures are told")
    indicators: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _inside_its_year(self) -> "Campaign":
        if self.until < self.since or {self.since.year, self.until.year} != {self.year}:
            raise ValueError("since 不晚于 until，且都在 year 这一年内")
        return self

    @property
    def name(self) -> str:
        """Key and year, as the file is called."""
        return f"{self.campaign}.{self.year}"

    @property
    def span(self) -> Span:
        """First and last day."""
        return Span(self.since, self.until)

    def weeks(self, until: dt.date) -> list[dt.date]:
        """The days on which weeks were summed up so far, the last day of the campaign being one of them."""
        last = min(until, self.until)
        days = [self.since + dt.timedelta(days=n) for n in range((last - self.since).days + 1)]
        return [day for day in days if day.isoweekday() == self.weekday or day == last]
