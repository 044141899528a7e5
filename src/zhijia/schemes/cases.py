"""Case editions: a procedure as a chain of steps, one file for each edition; an edition in use is never changed."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from zhijia.schemes.asks import Ask
from zhijia.schemes.codes import Trust
from zhijia.schemes.conditions.grammar import Condition, Named
from zhijia.schemes.eligibility import ApplyWindow, Grant, HouseFact, Paper, Refusal
from zhijia.schemes.load import Strict
from zhijia.schemes.steps import Step
from zhijia.schemes.words import Word


class Ending(Strict):
    """A way a case ends before its last step."""

    label: Word
    after: str = Field("", description="not before this step is done; empty: at any time")
    before: str = Field("", description="not once this step is done; empty: at any time")
    by: tuple[str, ...] = Field((), description="roles that may end it so; none: the applicant or whoever acts now")
    decided: bool = Field(False, description="only the outcome of a step leads here, nobody ends a case so by hand")
    appeal_days: int | str = Field(0, description="within how many days the applicant may appeal; 0: no appeal")
    appeal_to: tuple[str, ...] = Field((), description="roles that decide the appeal")


class CaseEdition(Strict):
    """One edition of one procedure."""

    case: str
    edition: int
    title: Word
    basis: str
    trust: Trust
    subject: str = Field(description="register whose row the case is about")
    series: str = Field("", description="word of the number every case of this procedure takes")
    seen_by: tuple[str, ...] = Field((), description="roles that may look at every case of their subtree")
    window: ApplyWindow | None = Field(None, description="when one may apply; empty: at any time")
    ask: dict[str, Ask] = Field(default={}, description="what is asked when the case is opened")
    facts: dict[str, HouseFact] = Field(default={}, description="what the house knows without asking")
    evidence: tuple[Paper, ...] = ()
    conditions: dict[str, Named] = Field(default={}, description="conditions with a name, met in several places")
    eligible: Condition | None = None
    refuse_if: tuple[Refusal, ...] = ()
    grants: tuple[Grant, ...] = ()
    steps: tuple[Step, ...]
    endings: dict[str, Ending] = {}

    @property
    def name(self) -> str:
        """Key and edition, e.g. founding.2014."""
        return f"{self.case}.{self.edition}"

    def step(self, key: str) -> Step:
        """A step by its key; KeyError for any other."""
        return {step.key: step for step in self.steps}[key]

    @property
    def order(self) -> Mapping[str, int]:
        """Place of every step, from 0."""
        return {step.key: at for at, step in enumerate(self.steps)}

    @property
    def asks(self) -> Mapping[str, Ask]:
        """Everything the procedure ever asks, by key."""
        asked = dict(self.ask)
        for step in self.steps:
            asked |= step.ask
        return asked

    @property
    def decides(self) -> bool:
        """Whether a case is judged by conditions."""
        return bool(self.eligible or self.refuse_if or self.grants or self.evidence)

    @property
    def numbers(self) -> Iterable[str]:
        """Parameters whose value on the day of application governs a case."""
        words = [word for step in self.steps for word in (step.days, step.hold_days)]
        words += [word for step in self.steps if step.panel for word in (step.panel.least, step.panel.spread)]
        words += [ending.appeal_days for ending in self.endings.values()]
        return sorted({word for word in words if isinstance(word, str)})
