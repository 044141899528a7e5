"""Input that is refused: the sentence a person reads, and a short code by which programs count the reasons."""

from __future__ import annotations

from zhijia.kit.problem import Problem


class BadInput(Problem, ValueError):
    """A value, text or file that cannot be taken as it is."""

    def __init__(self, code: str, template: str, /, **values: object) -> None:
        """`code` is stable and never shown; `template` is the Chinese sentence with %(name)s placeholders."""
        super().__init__(template, **values)
        self.code = code
