"""What is told to a person when something cannot be done: one sentence, translatable at the edge.

The pure layers know no language setting; they raise a template with named values, and whoever shows it
(a page, a command) looks the template up in the reader's language.
"""

from collections.abc import Callable


def gettext_noop(template: str) -> str:
    """Mark a template for translation without translating it (the message extractor looks for this name)."""
    return template


class Problem(Exception):
    """A sentence for a person: what was wrong, where, what to do next."""

    def __init__(self, template: str, **values: object) -> None:
        """`template` uses %(name)s placeholders, one for each of `values`."""
        super().__init__(template, values)
        self.template = template
        self.values = values

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language of `translate` (default: as written, Chinese)."""
        values = {
            key: value.sentence(translate) if isinstance(value, Problem) else value
            for key, value in self.values.items()
        }
        return translate(self.template) % values if values else translate(self.template)

    def __str__(self) -> str:
        """The Chinese sentence."""
        return self.sentence()


class Refused(Problem):
    """The post may not do this; the sentence says why."""


class NotFound(Problem):
    """What was asked for does not exist for this reader."""


class Conflict(Problem):
    """Someone else changed it first, or it is no longer in a state that allows this."""
