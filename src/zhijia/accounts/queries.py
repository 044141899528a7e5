"""Questions about people and posts."""

import datetime as dt

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Substr

from zhijia.accounts.models import Post, PostQuerySet, User
from zhijia.accounts.table import role_of
from zhijia.kit.answer import Answer
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import prefix_range
from zhijia.orgs.models import Organisation, OrganisationQuerySet
from zhijia.schemes.catalogue import catalogue


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


NO_PERSON = gettext_noop("没有这个用户，或不在您的管理范围内。请从用户列表中选择。")
NO_POST = gettext_noop("没有这个岗位，或不在您的管理范围内。请从用户列表中选择。")


def _posts_within(path: str) -> PostQuerySet:
    low, high = prefix_range(path)
    found: PostQuerySet = Post.objects.filter(organisation__path__gte=low, organisation__path__lt=high)
    return found


def managed_users(post: Post) -> QuerySet[User]:
    """Whose account a post may manage: all their posts, past ones too, lie in its subtree, or they have none yet."""
    low, high = prefix_range(post.path)
    outside = Post.objects.filter(user=OuterRef("pk")).exclude(organisation__path__gte=low, organisation__path__lt=high)
    return User.objects.filter(~Exists(outside), is_active=True)


def people_for(post: Post, words: str = "") -> QuerySet[User]:
    """The people a post manages, by sign-in name, posts fetched, narrowed by name, sign-in name or organisation."""
    found = managed_users(post)
    for word in words.split():
        here = Post.objects.filter(user=OuterRef("pk")).filter(
            Q(organisation__name__icontains=word) | Q(organisation__short_name__icontains=word)
        )
        found = found.filter(Q(username__icontains=word) | Q(full_name__icontains=word) | Exists(here))
    held = _posts_within(post.path).select_related("organisation").order_by("-since", "id")
    return found.order_by("username").prefetch_related(Prefetch("posts", queryset=held))


def person_for(post: Post, number: int) -> User:
    """One of the people above; NotFound for anybody else."""
    found = people_for(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_PERSON)
    return found


def managed_post(post: Post, number: int) -> Post:
    """A post in the subtree of `post`; NotFound for any other."""
    found = _posts_within(post.path).select_related("user", "organisation").filter(pk=number).first()
    if found is None:
        raise NotFound(NO_POST)
    return found


def roles_at(post: Post) -> list[tuple[str, str]]:
    """Roles that can be given within the subtree of `post`: key and label, in the order of the table."""
    return [(key, role_of(key).label) for key in catalogue().roles.roles]


def organisations_named(post: Post, typed: str, on: dt.date) -> list[Organisation]:
    """Organisations the post sees by code, full or short name, else by part of a name; at most six."""
    found = visible_to(post).on(on)
    exact = list(found.filter(Q(code=typed) | Q(name=typed) | Q(short_name=typed))[:6])
    return exact or list(found.filter(Q(name__icontains=typed) | Q(short_name__icontains=typed))[:6])
