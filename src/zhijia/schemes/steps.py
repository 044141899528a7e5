"""One step of a procedure as the county wrote it: who acts, at which level, by when, with which papers."""

from typing import Literal

from pydantic import Field

from zhijia.schemes.asks import Ask
from zhijia.schemes.conditions.grammar import Condition
from zhijia.schemes.load import Strict
from zhijia.schemes.roles import Level
from zhijia.schemes.words import Word

Kind = Literal["submit", "act", "checklist", "visit", "external", "panel", "notice", "decide", "pay", "confirm"]
Counting = Literal["workdays", "days"]
Mark = Literal[
    "", "founded", "standardised", "granted",
    "prescored", "self-judged", "submitted", "town-judged", "checked", "panelled", "named",
]  # fmt: skip


class StepPaper(Strict):
    """A paper of a step: handed in as a file, or drawn up by the house from the facts of the case."""

    key: str
    code: str = Field(description="number of the form, e.g. F2-02")
    label: Word
    required: bool = True
    drawn_up: bool = False
    series: str = Field("", description="word of the number the paper takes when it is issued; empty: none")


class Panel(Strict):
    """A panel that scores. From five valid scores on, one highest and one lowest are dropped, then the mean is taken."""

    least: int | str = Field(description="members it must have, an odd number of them; a parameter or a number")
    spread: int | str = Field(description="distance between highest and lowest score from which the page warns")


class Step(Strict):
    """One step. `days` and `hold_days` are keys of parameters or plain numbers; no `days` means no limit."""

    key: str
    label: Word
    state: str = Field(description="where the case stands once this step is done")
    kind: Kind = "act"
    by: tuple[str, ...] = Field(min_length=1, description="roles of which any one may act")
    level: Level
    stand_in: tuple[str, ...] = Field((), description="roles further up that may act for those who should")
    votes: Literal["any", "all"] | int = Field("any", description="how many of the roles in `by` must agree")
    apart: tuple[str, ...] = Field((), description="earlier steps whose actor may not act here")
    days: int | str = 0
    counting: Counting = "workdays"
    since: str = Field("", description="step from which the limit runs; the one before when not said")
    hold_days: int | str = 0
    outcomes: dict[str, Word] = Field(default={}, description="key and label of what may be decided; none: done or not")
    ends: dict[str, str] = Field(default={}, description="outcome -> ending of the case")
    ask: dict[str, Ask] = Field(default={}, description="what is to be filled in at this step")
    approves: tuple[str, ...] = Field((), description="answers this step approves; changing one opens it again")
    checklists: tuple[str, ...] = ()
    panel: Panel | None = None
    papers: tuple[StepPaper, ...] = ()
    when: Condition | None = Field(None, description="taken only when this is met, or while it is unknown")
    marks: Mark = ""
    again: bool = Field(
        False, description="what it brings about may be brought about again: a case may go back before it"
    )

    @property
    def final(self) -> bool:
        """What it brings about cannot be taken back, so no case goes back before it."""
        return bool(self.marks) and not self.again

    @property
    def needed(self) -> int:
        """How many roles must agree."""
        return {"any": 1, "all": len(self.by)}[self.votes] if isinstance(self.votes, str) else self.votes
