"""From when to when, and as known on which moment, something is counted."""

import datetime as dt
from typing import NamedTuple

from zhijia.kit.period import Period, Span, add_months


class Window(NamedTuple):
    """Counted as of `as_of` (inclusive), events since `first`; `known_at` None means everything known now."""

    as_of: dt.date
    first: dt.date
    known_at: dt.datetime | None = None

    @classmethod
    def year_to(cls, as_of: dt.date, known_at: dt.datetime | None = None) -> "Window":
        """The usual window: the year's events up to the day."""
        return cls(as_of, dt.date(as_of.year, 1, 1), known_at)

    @classmethod
    def of(cls, period: Period, known_at: dt.datetime | None = None) -> "Window":
        """The state at the end of a period; events count from the start of its year, as targets do."""
        return cls.year_to(period.end, known_at)

    @property
    def span(self) -> Span:
        """First and last day of the events counted."""
        return Span(self.first, self.as_of)

    @property
    def year(self) -> Span:
        """From New Year to the day."""
        return Span(dt.date(self.as_of.year, 1, 1), self.as_of)

    def months(self, number: int) -> Span:
        """The last so many months up to the day, the day included."""
        return Span(add_months(self.as_of, -number) + dt.timedelta(days=1), self.as_of)

    @property
    def month(self) -> Span:
        """From the first of the month to the day."""
        return Span(self.as_of.replace(day=1), self.as_of)
