"""When two officers wrote about one workplace: what each wrote, field by field, for one of them to choose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhijia.kit.problem import Conflict, gettext_noop

CHANGED = gettext_noop("“%(name)s”在您填写期间已被别人修改，请逐项选择保留哪一个。")


@dataclass(frozen=True)
class FieldClash:
    """One field on which two officers differ, as forms carry it."""

    name: str
    theirs: str
    mine: str


class VisitClash(Conflict):
    """Others changed what this entry changes; nothing was saved. `current` is the base of the next try."""

    def __init__(self, employer: Any, fields: Sequence[FieldClash], current: Mapping[str, str], last: Any) -> None:
        """`last`: the visit written down meanwhile, or None when only the register of workplaces changed."""
        super().__init__(CHANGED, name=employer.name)
        self.employer, self.fields, self.current, self.last = employer, fields, current, last
