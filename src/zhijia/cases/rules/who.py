"""Who may act in a case now, and why not."""

from dataclasses import dataclass

from zhijia.cases.rules.state import State
from zhijia.kit.answer import Answer
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.tree import is_within
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.words import said

OVER = gettext_noop("这个办件已经办结，不能再办理。")
OUTSIDE = gettext_noop("这个办件不在您的管理范围内。")
NOT_NOW = gettext_noop("现在是“%(step)s”，由%(roles)s办理。")
NOT_TWICE = gettext_noop("“%(step)s”须由另外的人办理：您已办过“%(other)s”。")
VOTED = gettext_noop("您的岗位已经表决，正等其他岗位。")
YOURS = gettext_noop("现在轮到您办理“%(step)s”。")
APPEALED = gettext_noop("申诉由%(roles)s答复。")
NO_APPEAL = gettext_noop("没有待答复的申诉。")


@dataclass(frozen=True)
class Actor:
    """A post as the rules see it: numbers of post and person, its role, the top of its subtree."""

    post: int
    person: int
    role: str
    path: str


def who_may(edition: CaseEdition, state: State, path: str, actor: Actor, roles: dict[str, str]) -> Answer:
    """May this post take the step the case stands at? `path`: of the case; `roles`: label of every role."""
    step = state.step
    if step is None:
        return Answer(False, Problem(OVER))
    if not is_within(path, actor.path):
        return Answer(False, Problem(OUTSIDE))
    if actor.role not in (*step.by, *step.stand_in):
        words = "、".join(said(roles[role]) for role in step.by)
        return Answer(False, Problem(NOT_NOW, step=said(step.label), roles=words))
    for key in step.apart:
        earlier = state.done.get(key)
        if earlier is not None and earlier.person == actor.person:
            return Answer(False, Problem(NOT_TWICE, step=said(step.label), other=said(edition.step(key).label)))
    if any(vote.role == actor.role for vote in state.votes):
        return Answer(False, Problem(VOTED))
    return Answer(True, Problem(YOURS, step=said(step.label)))


def who_answers(edition: CaseEdition, state: State, path: str, actor: Actor, roles: dict[str, str]) -> Answer:
    """May this post decide the appeal?"""
    if state.appeal is None:
        return Answer(False, Problem(NO_APPEAL))
    if not is_within(path, actor.path):
        return Answer(False, Problem(OUTSIDE))
    allowed = edition.endings[state.ending].appeal_to
    words = Problem(APPEALED, roles="、".join(said(roles[role]) for role in allowed))
    return Answer(actor.role in allowed, words)
