"""Questions about people and posts."""

import datetime as dt

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Substr

from zhijia.accounts.models import Post, PostQuerySet, User
from zhijia.kit.answer import Answer
from zhijia.orgs.models import Organisation, OrganisationQuerySet


def posts_of(user: User, on: dt.date) -> PostQuerySet:
    """The posts a person holds on a day, highest organisation first, with user, organisation and `county` fetched."""
    top = Substr(OuterRef("organisation__path"), 1, Organisation.steplen)
    found: PostQuerySet = Post.objects.on(on).filter(user=user)
    return found.select_related("organisation", "user").annotate(
        county=Subquery(Organisation.objects.filter(path=top).values("name")[:1])
    )


def may(post: Post, verb: str, organisation: Organisation | None = None) -> Answer:
    """Whether the post may use the verb there, with the reason."""
    return post.may(verb, organisation)


def visible_to(post: Post) -> OrganisationQuerySet:
    """The organisations a post may see: its own and all below."""
    found: OrganisationQuerySet = Organisation.objects.within(post.path)
    return found
