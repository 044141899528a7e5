"""Checklists of the county: what an inspection looks at, in presets among which the county chooses."""

from pydantic import Field

from zhijia.schemes.codes import Trust
from zhijia.schemes.load import Strict
from zhijia.schemes.words import Word


class Item(Strict):
    """One thing looked at. `exempt`: kinds of workplace for which it may be marked as not applying.

    `body`: the union body whose standing the item confirms; an acceptance enters it in the register of bodies.
    """

    label: Word
    passes: Word = Field(description="when it counts as met")
    body: str = ""
    exempt: tuple[str, ...] = ()
    exempt_when: Word = Field("", description="a circumstance, in words, under which it may be marked as not applying")


class Preset(Strict):
    """One reading of the list; `kinds` names the kinds of workplace whose usual reading it is (none: all others)."""

    title: Word
    kinds: tuple[str, ...] = ()
    items: dict[str, Item] = Field(min_length=1)


class Checklist(Strict):
    """One list, e.g. the six bodies founded together."""

    checklist: str
    title: Word
    basis: str
    trust: Trust
    presets: dict[str, Preset] = Field(min_length=1)

    def preset_for(self, kind: str) -> str:
        """Key of the reading usual for a kind of workplace: the one that names it, else the first that names none."""
        named = [key for key, preset in self.presets.items() if kind in preset.kinds]
        return named[0] if named else next(key for key, preset in self.presets.items() if not preset.kinds)
