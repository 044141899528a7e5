"""One act in a case as the rules see it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Rec:
    """`post`, `person`, `about`: numbers of post, user and panel member, 0 for nobody; `role`: in which it was done."""

    sequence: int
    step: str
    verb: str
    on: dt.date
    outcome: str = ""
    to: str = ""
    post: int = 0
    person: int = 0
    role: str = ""
    about: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def opens(self) -> dt.date:
        """First day of a notice."""
        return dt.date.fromisoformat(self.data["opens_on"])

    @property
    def closes(self) -> dt.date:
        """Last day of a notice, included."""
        return dt.date.fromisoformat(self.data["closes_on"])
