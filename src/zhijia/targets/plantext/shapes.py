"""Shapes of clauses in which a figure is no target: what stands before it, what behind it, what kind of figure it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhijia.targets.plantext.setting import Setting

RATE = ("rate",)
MONEY = ("money",)
COUNT = ("count",)
LENGTH = ("money", "duration")


@dataclass(frozen=True)
class Shape:
    """One wording. Every part that is given must hold; patterns see folded text.

    `before` is searched in the clause up to the figure, `said` in its sentence up to there; `after` must match the
    clause right behind it, `follow` the rest of the sentence. `kinds` and `units` say which figures are meant
    (all when empty), `people` that it counts people, money or time.
    """

    reason: str
    before: str = ""
    after: str = ""
    said: str = ""
    follow: str = ""
    not_before: str = ""
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    written: str = ""
    people: bool = False

    def fits(self, setting: Setting) -> bool:
        """Whether the figure stands in this wording."""
        mention = setting.mention
        if (self.kinds and mention.kind not in self.kinds) or (self.units and mention.unit not in self.units):
            return False
        if self.people and mention.unit != "人" and mention.kind not in LENGTH:
            return False
        if self.written and not re.fullmatch(self.written, mention.written):
            return False
        return self._stands(setting)

    def _stands(self, setting: Setting) -> bool:
        behind = setting.to_follow if self.follow else ""
        return (
            (not self.before or re.search(self.before, setting.before) is not None)
            and (not self.after or re.match(self.after, setting.after) is not None)
            and (not self.said or re.search(self.said, setting.said[-60:]) is not None)
            and (not self.follow or re.match(self.follow, behind) is not None)
            and not (self.not_before and re.search(self.not_before, setting.before))
        )


def first_fit(shapes: Sequence[Shape], setting: Setting) -> str | None:
    """The reason of the first shape the figure stands in; None if it stands in none."""
    return next((shape.reason for shape in shapes if shape.fits(setting)), None)
