"""Who may sign in to the demo county: the county's officers, every committee, two people of one union."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from zhijia.accounts.models import Post, User
from zhijia.journal.actions import record
from zhijia.kit.identity.phone import make_phone
from zhijia.orgs.models import Organisation
from zhijia.project.demo.days import COMMITTEES_SINCE, OPENING
from zhijia.project.demo.dice import stream
from zhijia.project.demo.names import given, surname
from zhijia.project.demo.places import PLACES
from zhijia.project.demo.tree import Tree

PASSWORD = "zhijia-demo-2014"  # noqa: S105 (opens the invented county only, and is printed for everyone)
OFFICE_NUMBERS = 99_000_000  # far from the numbers of the members
_OFFICERS = (
    ("chair", "陈守正", "county-chair"),
    ("office", "林知微", "county-office"),
    ("organiser", "周立新", "county-organiser"),
    ("welfare", "吴晓春", "county-welfare"),
    ("finance", "郑明华", "county-finance"),
    ("auditor", "钱学文", "county-auditor"),
)
_KNOWN = {"hede": "单国强", "siming": "曾庆和", "education": "解文静"}


@dataclass
class Posts:
    """Posts by sign-in name."""

    held: dict[str, Post] = field(default_factory=dict)

    def __getitem__(self, login: str) -> Post:
        """The post of a sign-in name."""
        return self.held[login]


def give_posts(tree: Tree, seed: int) -> Posts:
    """County officers and one chair for each committee."""
    posts, secret = Posts(), make_password(PASSWORD)
    for login, name, role in _OFFICERS:
        posts.held[login] = _give(login, name, role, tree.county, secret)
    for place in PLACES:
        rng = stream(seed, "chair", place.login)
        name = _KNOWN.get(place.login) or surname(rng) + given(rng, rng.random() < 0.3)
        posts.held[place.login] = _give(place.login, name, "committee-chair", tree.committees[place.login], secret)
    return posts


def give_union_posts(posts: Posts, union: Organisation) -> None:
    """A clerk and the chair of one union."""
    secret = posts["chair"].user.password
    posts.held["clerk"] = _give("clerk", "王芳", "union-clerk", union, secret)
    posts.held["union-chair"] = _give("union-chair", "高富", "union-chair", union, secret)


def sign_ins(posts: Posts) -> list[Mapping[str, str]]:
    """What the command prints: sign-in name, person, post."""
    return [{"login": login, "name": str(post.user), "post": post.actor_name} for login, post in posts.held.items()]


def _give(login: str, name: str, role: str, organisation: Organisation, secret: str) -> Post:
    user = User.objects.create(username=login, full_name=name, password=secret)
    record(kind="user.created", by=None, at=OPENING, organisation=organisation.pk, detail={"person": name})
    return Post.objects.create(
        user=user,
        role=role,
        organisation=organisation,
        since=COMMITTEES_SINCE,
        telephone=make_phone(OFFICE_NUMBERS + user.pk),
    )
