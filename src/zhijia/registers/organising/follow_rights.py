"""Whose step it is: what a post may do for an item, and why not; what was put right is confirmed by another hand."""

from collections.abc import Sequence

from zhijia.accounts.models import Post
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.organising.follow_steps import CONFIRMED_BY_ANOTHER, FollowStep, open_follow_steps
from zhijia.registers.organising.followups import FollowUp

SAME_HAND = gettext_noop("“%(item)s”由%(person)s报告办结，须由另一人验收销号。")
OWN_ITEM = gettext_noop("“%(item)s”的责任人是%(person)s，须由另一人验收销号。")
MAY = gettext_noop("可以办理“%(step)s”。")


def may_follow(item: FollowUp, step: FollowStep, post: Post) -> Answer:
    """Whether the post may take this step for the item, and why (not); the state is not looked at."""
    answer = post.may(step.verb, item.organisation)
    if not answer or not step.other or item.origin not in CONFIRMED_BY_ANOTHER:
        return answer
    person = post.user
    if item.reported_by is not None and item.reported_by.user_id == person.pk:
        return Answer(False, Problem(SAME_HAND, item=item.item, person=str(person)))
    if item.owner and item.owner == person.full_name:
        return Answer(False, Problem(OWN_ITEM, item=item.item, person=str(person)))
    return Answer(True, Problem(MAY, step=step.label))


def follow_steps_for(item: FollowUp, post: Post) -> Sequence[tuple[FollowStep, Answer]]:
    """The steps the item's state allows, each with the answer for this post."""
    return [(step, may_follow(item, step, post)) for step in open_follow_steps(item.state)]
