"""Lists of cases: what awaits a post, what it may look at, cases about one thing."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from zhijia.accounts.models import Post
from zhijia.cases.actions.acting import givers
from zhijia.cases.models import Case, Delegation, StepRecord
from zhijia.cases.models.cases import CaseQuerySet
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import prefix_range
from zhijia.schemes.catalogue import catalogue

NO_CASE = gettext_noop("没有这个办件，或它不在您的管理范围内。请从办件列表进入。")


def seats_of(post: Post, on: dt.date) -> list[Post]:
    """The post itself and those in whose place it may act."""
    return [post, *givers(post, on)]


def awaiting(post: Post, on: dt.date) -> QuerySet[Case]:
    """Open cases at a step this post takes (its own, a delegator's, or a place on the panel), by limit.

    A stand-in is asked only where nobody holds a post that takes the step; a panel member until the score is given.
    """
    found = Case.objects.at_the_step_of(*seats_of(post, on)).select_related("organisation")
    for name, edition in catalogue().cases.items():
        for step in edition.steps:
            if post.role in step.stand_in and post.role not in step.by:
                holders = Post.objects.on(on).filter(role__in=step.by, organisation=OuterRef("organisation"))
                found = found.exclude(Q(edition=name, step=step.key) & Q(Exists(holders)))
    given = StepRecord.objects.filter(
        case=OuterRef("pk"), by=post, step=OuterRef("step"), verb__in=("scored", "recused")
    )
    return found.exclude(Exists(given)).order_by(F("due_on").asc(nulls_last=True), "applied_on", "pk")


def cases_for(post: Post, on: dt.date) -> CaseQuerySet:
    """Everything this post may look at, newest first."""
    post.may("cases.view").insist()
    found: CaseQuerySet = Case.objects.visible_to(*seats_of(post, on)).select_related("organisation", "applicant__user")
    return found


def case_of(post: Post, number: int, on: dt.date) -> Case:
    """One of these; NotFound tells no more than that."""
    found = cases_for(post, on).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_CASE)
    return found


def cases_about(post: Post, register: str, subject: int, on: dt.date) -> list[Case]:
    """Cases about one thing, newest first, those the post may look at; no query for a register no procedure is about."""
    if register not in {edition.subject for edition in catalogue().cases.values()} or not post.may("cases.view"):
        return []
    return list(cases_for(post, on).filter(register=register, subject=subject))


def office_holders(post: Post, on: dt.date) -> QuerySet[Post]:
    """Posts held on a day in the subtree, or along the way up to the county: whom one may delegate to or seat."""
    low, high = prefix_range(post.path)
    ups = [post.path[:end] for end in range(4, len(post.path) + 1, 4)]
    found: Any = Post.objects.on(on).select_related("user", "organisation")
    return found.filter(Q(organisation__path__gte=low, organisation__path__lt=high) | Q(organisation__path__in=ups))


def delegations_of(post: Post) -> QuerySet[Delegation]:
    """Given and taken, newest first."""
    found = Delegation.objects.filter(Q(giver=post) | Q(taker=post))
    return found.select_related("giver__user", "giver__organisation", "taker__user", "taker__organisation")
