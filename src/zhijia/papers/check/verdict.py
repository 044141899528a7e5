"""What a check says: which rule, how binding it is, how the paper stands, and the sentence an officer reads."""

from dataclasses import dataclass
from typing import Literal

Strength = Literal["must", "usual", "advised", "practice"]
Outcome = Literal["pass", "warn", "fail", "hand"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One finding. `clause` names the rule's origin, `evidence` is a Chinese sentence: what, where, what next."""

    id: str
    clause: str
    strength: Strength
    verdict: Outcome
    evidence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the checker, from which its verdicts are made."""

    id: str
    clause: str
    strength: Strength

    def says(self, verdict: Outcome, evidence: str) -> Verdict:
        """A verdict under this rule."""
        return Verdict(self.id, self.clause, self.strength, verdict, evidence)

    def judged(self, faults: list[str], fine: str, verdict: Outcome = "fail") -> list[Verdict]:
        """One verdict per fault, or one pass."""
        return [self.says(verdict, fault) for fault in faults] or [self.says("pass", fine)]


GB = "GB/T 9704—2012 "
NUMERALS = "GB/T 15835—2011"
"""Short names of the standards cited."""
