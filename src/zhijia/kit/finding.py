"""A finding: something stored that should not be so, found by a check that walks the data at night."""

from dataclasses import dataclass

from zhijia.kit.problem import Problem


@dataclass(frozen=True)
class Finding:
    """`where` names the thing for a developer (register and number); the problem is the sentence for a person."""

    where: str
    problem: Problem
