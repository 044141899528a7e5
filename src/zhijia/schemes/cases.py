"""Case editions: a procedure as a chain of steps, one file for each edition; an edition in use is never changed."""

from pydantic import Field

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.steps import Step
from zhijia.schemes.words import Word


class Ending(Strict):
    """A way a case ends before its last step."""

    label: Word
    after: str = Field("", description="not before this step is done; empty: at any time")
    before: str = Field("", description="not once this step is done; empty: at any time")


class CaseEdition(Strict):
    """One edition of one procedure."""

    case: str
    edition: int
    title: Word
    basis: str
    trust: Trust
    subject: str = Field(description="register whose row the case is about")
    steps: tuple[Step, ...]
    endings: dict[str, Ending] = {}

    @property
    def name(self) -> str:
        """Key and edition, e.g. founding.2014."""
        return f"{self.case}.{self.edition}"

    def step(self, key: str) -> Step:
        """A step by its key; KeyError for any other."""
        return {step.key: step for step in self.steps}[key]
