"""An answer with its reason: may this be done, and why (not)."""

from dataclasses import dataclass

from zhijia.kit.problem import Problem, Refused


@dataclass(frozen=True)
class Answer:
    """`allowed`, and the reason as a sentence that a person can be shown."""

    allowed: bool
    because: Problem

    def __bool__(self) -> bool:
        """An answer counts as its verdict."""
        return self.allowed

    def insist(self) -> None:
        """Go on only when allowed; else raise Refused with the reason."""
        if not self.allowed:
            raise Refused(self.because.template, **self.because.values)
