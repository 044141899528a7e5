"""One step of a procedure as the county wrote it: who acts, at which level, by when, with which papers."""

from typing import Literal

from pydantic import Field

from zhijia.schemes.load import Strict
from zhijia.schemes.roles import Level
from zhijia.schemes.words import Word

Kind = Literal["act", "checklist", "notice", "decide", "confirm"]
Counting = Literal["workdays", "days"]
Mark = Literal["", "founded", "standardised"]


class StepPaper(Strict):
    """A paper of a step: handed in as a file, or drawn up by the house from the facts of the case."""

    key: str
    code: str = Field(description="number of the form, e.g. F2-02")
    label: Word
    required: bool = True
    drawn_up: bool = False


class Condition(Strict):
    """A step taken only when an earlier one ended in this outcome."""

    step: str
    outcome: str


class Step(Strict):
    """One step. `days` and `hold_days` are keys of parameters or plain numbers; no `days` means no limit."""

    key: str
    label: Word
    state: str = Field(description="where the case stands once this step is done")
    kind: Kind = "act"
    by: tuple[str, ...] = Field(min_length=1, description="roles of which any one may act")
    level: Level
    days: int | str = 0
    counting: Counting = "workdays"
    since: str = Field("", description="step from which the limit runs; the one before when not said")
    hold_days: int | str = 0
    outcomes: dict[str, Word] = Field(default={}, description="key and label of what may be decided; none: done or not")
    papers: tuple[StepPaper, ...] = ()
    when: Condition | None = None
    marks: Mark = ""
