"""A mention with everything around it that decides whether it is a target."""

from dataclasses import dataclass
from functools import cached_property

from zhijia.targets.plantext.mentions import Mention
from zhijia.targets.plantext.moods import Cues
from zhijia.targets.plantext.scope import Scope


@dataclass(frozen=True)
class Setting:
    """One mention inside its clause [clause, clause_end) and sentence [sentence, sentence_end) of a folded paragraph.

    `mood` is that of the headings in force; `past_paragraph` says that the paragraph opened in a period that is over.
    """

    text: str
    mention: Mention
    clause: int
    clause_end: int
    sentence: int
    sentence_end: int
    mood: str
    past_paragraph: bool
    cues: Cues
    scope: Scope
    neighbours: tuple[Mention, ...]

    @cached_property
    def before(self) -> str:
        """The clause up to the figure."""
        return self.text[self.clause : self.mention.start]

    @cached_property
    def after(self) -> str:
        """The clause behind the figure."""
        return self.text[self.mention.end : self.clause_end]

    @cached_property
    def said(self) -> str:
        """The sentence up to the figure."""
        return self.text[self.sentence : self.mention.start]

    @cached_property
    def to_follow(self) -> str:
        """The rest of the sentence."""
        return self.text[self.mention.end : self.sentence_end]

    @cached_property
    def whole_clause(self) -> str:
        """The clause with its figure."""
        return self.text[self.clause : self.clause_end]

    @cached_property
    def done(self) -> bool:
        """Whether the words before it, else the verbs behind, the paragraph or the heading say that it was reached."""
        nearest = self.cues.nearest(self.sentence, self.mention.start)
        if nearest is not None:
            return nearest
        told = self.mood != "future" and self.cues.told(self.mention.end, self.sentence_end)
        return told or self.past_paragraph or self.mood == "past"

    @cached_property
    def to_come(self) -> bool:
        """Whether something says that it is still to be reached."""
        nearest = self.cues.nearest(self.sentence, self.mention.start)
        return nearest is False or (nearest is None and self.mood == "future")
