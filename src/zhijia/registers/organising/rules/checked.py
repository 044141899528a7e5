"""One checked point: the rule, what was seen, whether it holds, and on which paper it rests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.codes import TRUST_LABELS
from zhijia.schemes.words import said

Verdict = Literal["met", "unmet", "unknown", "advice", "none"]
# advice: the rule was not kept, but what happened stands; it is told and does not block.
BLOCKING: tuple[Verdict, ...] = ("unmet", "unknown")
REFUSAL = gettext_noop("%(label)s（%(code)s）不符合：%(seen)s依据：%(source)s（%(trust)s）。")
MISSING = gettext_noop("%(label)s（%(code)s）还不能核对：%(seen)s依据：%(source)s（%(trust)s）。")


@dataclass(frozen=True)
class Checked:
    """A rule of a code list held against the facts; `seen` is the sentence with the values."""

    code: str
    label: str
    verdict: Verdict
    seen: Problem
    source: str
    trust: str

    def refusal(self) -> Problem:
        """The point as one sentence of refusal, naming rule and source."""
        return Problem(
            MISSING if self.verdict == "unknown" else REFUSAL,
            label=said(self.label), code=self.code, seen=self.seen, source=self.source, trust=Problem(self.trust),
        )  # fmt: skip


def point(codes: str, code: str, verdict: Verdict, template: str, **values: object) -> Checked:
    """A checked point of the rule `code` in the code list `codes`, with its source and trust mark."""
    rule = catalogue().codes[codes].entries[code]
    return Checked(code, rule.label, verdict, Problem(template, **values), rule.note, TRUST_LABELS[rule.group])


def held(holds: bool) -> Verdict:
    """met or unmet."""
    return "met" if holds else "unmet"


def blocking(points: Iterable[Checked]) -> Sequence[Checked]:
    """The points that stand in the way: not met, or not to be judged yet."""
    return [each for each in points if each.verdict in BLOCKING]
