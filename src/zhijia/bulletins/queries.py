"""Questions about circulars: the list, the paper as it stands, what the checker says of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from django.db.models import QuerySet

from zhijia.accounts.models import Post
from zhijia.bulletins.compose import compose, words_part
from zhijia.bulletins.content import Content, facts_of, load
from zhijia.bulletins.house import house, lexicon
from zhijia.bulletins.models import Bulletin as Bulletin
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.papers.check import Facts, Verdict, check_paper
from zhijia.papers.lexicon import Tone
from zhijia.papers.paper import Paper
from zhijia.papers.skeletons import quarterly_bulletin
from zhijia.papers.skeletons.parts import Part as Composed
from zhijia.schemes.bulletins import BulletinLayout, Part
from zhijia.schemes.catalogue import catalogue

NONE_SUCH = gettext_noop("没有这份通报，或它还没有印发。")


def bulletins_for(post: Post) -> QuerySet[Bulletin]:
    """Issued circulars for everybody who may read them; drafts only for those who may write them."""
    post.may("bulletins.view").insist()
    found = Bulletin.objects.select_related("drafted_by__user", "issued_by__user", "paper")
    return found if post.may("bulletins.edit") else found.filter(issued_at__isnull=False)


def bulletin_for(post: Post, number: int) -> Bulletin:
    """One circular the post may read; NotFound otherwise."""
    found = bulletins_for(post).filter(pk=number).first()
    if found is None:
        raise NotFound(NONE_SUCH)
    return found


def layout_of(bulletin: Bulletin) -> BulletinLayout:
    """The layout it is composed by."""
    return catalogue().bulletins[bulletin.layout]


def slots_of(bulletin: Bulletin) -> list[Part]:
    """Parts an officer fills with words."""
    return [part for part in layout_of(bulletin).parts if part.part in ("slot", "requirements")]


def words_of(bulletin: Bulletin) -> dict[str, str]:
    """The newest words of each slot."""
    return dict(bulletin.slots.order_by("at", "pk").values_list("part", "text"))


def content_of(bulletin: Bulletin, on: dt.date) -> Content:
    """What the circular says: as issued; with frozen figures and the present words; or live."""
    if bulletin.content is None:
        return compose(bulletin, root(), words_of(bulletin), on)
    content = load(bulletin.content)
    return content if bulletin.issued_at else with_words(bulletin, content, root(), on)


def with_words(bulletin: Bulletin, content: Content, county: Organisation, on: dt.date) -> Content:
    """Frozen figures under the words as they are now; the day is that of signing."""
    words = words_of(bulletin)
    parts: list[Composed] = []
    for plan, part in zip(layout_of(bulletin).parts, content.data.parts, strict=True):
        filled = plan.part in ("slot", "requirements")
        parts.append(words_part(plan, words, content.figures, county.pk, bulletin.as_of) if filled else part)
    return Content(replace(content.data, parts=tuple(parts), dated=on, tone=_tone(bulletin)), content.figures)


def _tone(bulletin: Bulletin) -> Tone:
    return cast(Tone, bulletin.tone)


def paper_of(content: Content, on: dt.date) -> Paper:
    """The paper, in the wording in force on a day."""
    return quarterly_bulletin(content.data, house(on))


def verdicts_of(bulletin: Bulletin, content: Content, on: dt.date) -> Sequence[Verdict]:
    """What the checker says of the paper; passes included."""
    units = frozenset(Organisation.objects.values_list("short_name", flat=True)) - {""}
    facts = Facts(
        lexicon=lexicon(),
        serials=None,
        figures=facts_of(content),
        units=units,
        names=frozenset(name for one in catalogue().indicators.values() for name in (one.title, one.short)),
        signed_on=bulletin.dated,
        character_limit=int(catalogue().number("bulletin.max-characters", max(on, dt.date(2024, 8, 6)))),
    )
    return check_paper(paper_of(content, bulletin.dated or on), facts)
