"""What the union above answers (上级工会办理): who may, the row under a lock, the rules that stand in the way."""

from collections.abc import Sequence
from typing import Any

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.registers.organising.membership_actors import UNION_LEVELS
from zhijia.registers.organising.rules.checked import Checked

ONLY_ABOVE = gettext_noop("“%(name)s”由上级工会办理，基层工会不能自己批复。")
ALREADY = gettext_noop("“%(name)s”已经办理，没有改动。")


def answers_from_above(row: Any, post: Post) -> bool:
    """Whether the post may reply or confirm: it answers for the union from above."""
    above = level_of(post.organisation.kind) not in UNION_LEVELS
    return above and bool(post.may("positions.edit", row.organisation))


def held_from_above(model: Any, row: Any, by: Post) -> Any:
    """The living row under a lock, for a post above the union."""
    by.may("positions.edit", row.organisation).insist()
    if level_of(by.organisation.kind) in UNION_LEVELS:
        raise Problem(ONLY_ABOVE, name=row)
    held = model.objects.select_for_update().living().filter(pk=row.pk).first()
    if held is None:
        raise Conflict(ALREADY, name=row)
    return held


def insist_sound(template: str, row: Any, faults: Sequence[Checked]) -> None:
    """Problem with every point that stands in the way; `template` takes name and faults."""
    if faults:
        raise Problem(template, name=row, faults=" ".join(str(each.refusal()) for each in faults))
