"""What the reader of plan texts hands over: proposed targets, and figures it left out with the reason."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Proposal:
    """A target proposed from a plan; `start`, `end` are str indices into the text. An officer must confirm it.

    `unit` is "%", "元" or the counting word of the text; `due` the last acceptable day, None if the text gives none.
    """

    value: float
    value_max: float | None
    unit: str
    comparator: str
    due: date | None
    subject: str
    start: int
    end: int
    confidence: float

    def as_json(self) -> dict[str, object]:
        """The fields `zhijia plan extract --json` prints, dates as ISO text."""
        return {
            "value": self.value,
            "value_max": self.value_max,
            "unit": self.unit,
            "comparator": self.comparator,
            "due": self.due.isoformat() if self.due else None,
            "subject": self.subject,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True)
class Skip:
    """A figure that was seen and not proposed; `reason` is one of `reasons`, a Chinese template to be translated on the page."""

    start: int
    end: int
    reason: str
