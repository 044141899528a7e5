"""Who may take a step for a member: the union that holds the membership decides, others only where the rules say so."""

from typing import Any

from zhijia.accounts.models import Post
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.kinds import level_of
from zhijia.registers.organising.membership_steps import Step

UNION_LEVELS = ("union", "branch")
ONLY_ITSELF = gettext_noop("“%(step)s”只能由“%(place)s”自己决定，上级工会不能代办。")
ONLY_ABOVE = gettext_noop("“%(step)s”由“%(place)s”的上级工会办理。")
NOBODY_NAMED = gettext_noop("“%(name)s”的转出没有写明接收单位，请凭姓名和证件号码接收。")


def may_take(member: Any, step: Step, post: Post) -> Answer:
    """Whether the post answers for this step of this member, and if not, why; the state is not looked at."""
    if step.actor == "receiver":
        return _as_receiver(member, post)
    held = post.may("members.edit", member.organisation)
    own = level_of(post.organisation.kind) in UNION_LEVELS
    place = str(member.organisation)
    if held and step.actor == "union" and not own:
        return Answer(False, Problem(ONLY_ITSELF, step=step.label, place=place))
    if held and step.actor == "above" and own:
        return Answer(False, Problem(ONLY_ABOVE, step=step.label, place=place))
    return held


def _as_receiver(member: Any, post: Post) -> Answer:
    if member.destination_id is None:
        return Answer(False, Problem(NOBODY_NAMED, name=member.name))
    return post.may("members.edit", member.destination)
