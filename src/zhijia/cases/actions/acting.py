"""In whose place an officer acts: his own, or that of one who delegated to him."""

import datetime as dt
from dataclasses import dataclass

from zhijia.accounts.models import Post
from zhijia.accounts.table import role_of
from zhijia.cases.models import Case, Delegation
from zhijia.cases.rules import State
from zhijia.cases.rules.who import Actor, who_may
from zhijia.kit.answer import Answer
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import catalogue


@dataclass(frozen=True)
class Acting:
    """Whether a post may act, and in whose place."""

    answer: Answer
    actor: Post

    def insist(self) -> Post:
        """The post in whose place it is done; Refused with the reason otherwise."""
        self.answer.insist()
        return self.actor


def acting(edition: CaseEdition, state: State, case: Case, by: Post, on: dt.date) -> Acting:
    """Whether `by`, or a post that delegated to it for that day, takes the present step."""
    roles = {key: row.label for key, row in catalogue().roles.roles.items()}
    path = str(case.organisation.path)
    answers = []
    for post in (by, *givers(by, on)):
        actor = Actor(post.pk, by.user_id, post.role, post.path)
        answer = who_may(edition, state, path, actor, roles)
        if answer:
            return Acting(answer, post)
        answers.append(answer)
    return Acting(answers[0], by)


def givers(by: Post, on: dt.date) -> list[Post]:
    """The posts in whose place `by` may act on a day."""
    found = Delegation.objects.on(on).filter(taker=by).select_related("giver__organisation", "giver__user")
    return [one.giver for one in found if role_of(one.giver.role)]
