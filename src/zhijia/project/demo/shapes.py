"""What is drawn before anything is written: unions, their workplaces, their temper."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from zhijia.project.demo.places import Place


@dataclass
class Firm:
    """One workplace; `row` is filled when it is written."""

    name: str
    uscc: str
    unit_kind: str
    reg_type: str
    industry: str
    employees: int
    women: int
    migrants: int
    since: dt.date
    state: str = "1"
    row: Any = None

    @property
    def two_new(self) -> bool:
        """New economic and new social organisations."""
        return self.reg_type in ("140", "159", "169", "170", "200", "300", "600", "700", "800")


@dataclass
class Draft:
    """One union before it is written; `union` is its row afterwards. `recruits`: days on which members joined this
    year, when the union itself is older."""

    number: int
    place: Place
    kind: str
    unit_kind: str
    name: str
    short: str
    founded_on: dt.date
    members: int = 0
    women: int = 0
    migrants: int = 0
    federation: str = ""
    firms: list[Firm] = field(default_factory=list)
    recruits: list[dt.date] = field(default_factory=list)
    union: Any = None

    @property
    def employees(self) -> int:
        """Of all its workplaces."""
        return sum(firm.employees for firm in self.firms)
