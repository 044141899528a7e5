"""What anyone with the link may read: a notice while it hangs, and nothing else of its case."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from zhijia.cases.models import Notice
from zhijia.cases.queries.cards import Card
from zhijia.cases.rules.masks import NAME_LABEL, UNIT_LABEL, WEB, masked, unit_words
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import ancestors
from zhijia.orgs.models import Organisation
from zhijia.registers.base.register import register_of
from zhijia.schemes.answers import answer_words
from zhijia.schemes.catalogue import catalogue

NO_NOTICE = gettext_noop("没有这份公示，或公示期已经结束，内容不再公开。")
SMALL_UNIT = "notice.small-unit"


def notice_lines(card: Card, place: str, given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the notice of the present step says there, masked: the unit, then every answer that may be published.

    `given`: answers of the present step as they are being typed, which are published with it.
    """
    small = int(catalogue().number(SMALL_UNIT, card.case.applied_on))
    size = int(getattr(card.row, "employees", 0) or 0)
    lines = _person(card, place, small) if getattr(card.row, "PERSON", False) else _unit(card, place, size, small)
    for key, ask in card.edition.asks.items():
        answer = str(given.get(key, "") or card.state.answers.get(key, "")).strip()
        if ask.notice and answer:
            words = answer_words(ask, answer) if ask.choices else answer
            if ask.notice == "unit":
                lines.append((ask.label, unit_words(words, str(card.case.organisation.name), size, small, place)))
            else:
                lines.append((ask.label, masked(ask.notice, words, place)))
    return [*lines, *_grants(card, place)]


def _unit(card: Card, place: str, size: int, small: int) -> list[tuple[str, str]]:
    name = str(getattr(card.row, "name", card.case.title))
    return [(UNIT_LABEL, unit_words(name, str(card.case.organisation.name), size, small, place))]


def _person(card: Card, place: str, small: int) -> list[tuple[str, str]]:
    """The applicant's name and unit; on the web masked, and the town alone where few work."""
    union, day = card.case.organisation, card.case.applied_on
    above = Organisation.objects.get_parent(union)
    size = register_of(card.case.register).model._default_manager.on(day).filter(organisation=union).count()
    unit = unit_words(str(union.name), str(above.name if above else union.name), size, small, place)
    return [(NAME_LABEL, masked("name", str(card.row.name), place)), (UNIT_LABEL, unit)]


def _grants(card: Card, place: str) -> list[tuple[str, str]]:
    """What is to be granted, as a sum or as a band."""
    found = card.decision.grants if card.decision else ()
    paid = [(one.label, Decimal(one.worked.fen) / 100) for one in found if one.worked]
    return [(label, masked("amount", format(yuan.normalize(), "f"), place)) for label, yuan in paid]


def open_notice(token: str, on: dt.date) -> Notice:
    """The notice of a link while it hangs; NotFound before, afterwards and for any other link."""
    found = Notice.objects.filter(token=token).select_related("record__case").first()
    if found is None or not found.opens_on <= on <= found.closes_on or taken_down(found):
        raise NotFound(NO_NOTICE)
    return found


def notices_near(paths: Iterable[str], on: dt.date) -> list[Notice]:
    """Notices on the open web that hang on a day, of the organisations with these paths and of those above them."""
    ups = {way for path in paths for way in (*ancestors(path), path)}
    found = Notice.objects.filter(place=WEB, opens_on__lte=on, closes_on__gte=on,
                                  record__case__organisation__path__in=ups).select_related("record__case")  # fmt: skip
    return [notice for notice in found if not taken_down(notice)]


def taken_down(notice: Notice) -> bool:
    """An upheld objection, a return or the end of the case takes a notice down at once."""
    later = notice.record.case.records.filter(sequence__gt=notice.record.sequence)
    return (
        later.filter(verb__in=("returned", "ended")).exists()
        or later.filter(verb="changed").exclude(to="").exists()
        or later.filter(verb="answered", outcome="upheld").exists()
    )
