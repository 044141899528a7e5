"""What anyone with the link may read: a notice while it hangs, and nothing else of its case."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from zhijia.cases.models import Notice
from zhijia.cases.queries.cards import Card
from zhijia.cases.rules.masks import UNIT_LABEL, masked, unit_words
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.schemes.answers import answer_words
from zhijia.schemes.catalogue import catalogue

NO_NOTICE = gettext_noop("没有这份公示，或公示期已经结束，内容不再公开。")
SMALL_UNIT = "notice.small-unit"


def notice_lines(card: Card, place: str, given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the notice of the present step says there, masked: the unit, then every answer that may be published.

    `given`: answers of the present step as they are being typed, which are published with it.
    """
    day = card.case.applied_on
    small = int(catalogue().number(SMALL_UNIT, day))
    size = int(getattr(card.row, "employees", 0) or 0)
    name = str(getattr(card.row, "name", card.case.title))
    lines = [(UNIT_LABEL, unit_words(name, str(card.case.organisation.name), size, small, place))]
    for key, ask in card.edition.asks.items():
        answer = str(given.get(key, "") or card.state.answers.get(key, "")).strip()
        if ask.notice and answer:
            words = answer_words(ask, answer) if ask.choices else answer
            if ask.notice == "unit":
                lines.append((ask.label, unit_words(words, str(card.case.organisation.name), size, small, place)))
            else:
                lines.append((ask.label, masked(ask.notice, words, place)))
    return lines


def open_notice(token: str, on: dt.date) -> Notice:
    """The notice of a link while it hangs; NotFound before, afterwards and for any other link."""
    found = Notice.objects.filter(token=token).select_related("record__case").first()
    if found is None or not found.opens_on <= on <= found.closes_on or taken_down(found):
        raise NotFound(NO_NOTICE)
    return found


def taken_down(notice: Notice) -> bool:
    """An upheld objection, a return or the end of the case takes a notice down at once."""
    later = notice.record.case.records.filter(sequence__gt=notice.record.sequence)
    return (
        later.filter(verb__in=("returned", "ended")).exists()
        or later.filter(verb="changed").exclude(to="").exists()
        or later.filter(verb="answered", outcome="upheld").exists()
    )
