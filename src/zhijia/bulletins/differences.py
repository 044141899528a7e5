"""What an issued circular would say today: each figure that changed, and the facts that changed it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhijia.bulletins.content import FrozenFigure, load, read_reference
from zhijia.bulletins.models import Bulletin
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figures, indicator_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import Register
from zhijia.registers.base.standing import stood_under
from zhijia.registers.base.window import Window

CAUSES = {"late": _("补登"), "corrected": _("更正"), "voided": _("作废"), "other": _("相关记录变动")}


@dataclass(frozen=True)
class Cause:
    """One thing that is counted now and was not then, or the other way round."""

    kind: str
    register: str
    pk: int
    title: str
    joined: bool


@dataclass(frozen=True)
class Difference:
    """One figure of the circular that today's knowledge would print otherwise."""

    indicator: str
    organisation: int
    place: str
    then_top: int
    then_bottom: int | None
    now_top: int
    now_bottom: int | None
    causes: Sequence[Cause]

    def as_json(self) -> dict[str, Any]:
        """For keeping with a published restatement."""
        return asdict(self)


def differences_of(bulletin: Bulletin, top: Organisation) -> list[Difference]:
    """Figures that differ, in the order of the paper, county first. Problem-free for a draft: nothing is frozen yet."""
    if bulletin.known_at is None:
        return []
    frozen = {
        asked: figure
        for ref, figure in load(bulletin.content).figures.items()
        if (asked := read_reference(ref)) is not None and asked[2] == bulletin.as_of
    }
    window = Window.year_to(bulletin.as_of)
    places = {node.pk: node for node in Organisation.objects.filter(pk__in={asked[1] for asked in frozen})}
    now = figures({asked[0] for asked in frozen}, [window], places.values(), top)
    found = []
    for (key, number, _day), then in frozen.items():
        value = now[key, number, window]
        if (then.top, then.bottom) != (value.top, value.bottom):
            found.append(_difference(key, places[number], then, (value.top, value.bottom), bulletin, window))
    return sorted(found, key=lambda one: (places[one.organisation].path, one.indicator))


def _difference(
    key: str, place: Organisation, then: FrozenFigure, now: tuple[int, int | None], bulletin: Bulletin, window: Window
) -> Difference:
    causes = list(causes_of(key, place, window, bulletin.known_at))  # type: ignore[arg-type]
    return Difference(key, place.pk, str(place), then.top or 0, then.bottom, now[0], now[1], causes)


def causes_of(key: str, place: Organisation, window: Window, since: dt.datetime) -> Iterator[Cause]:
    """Things that entered or left the count of a figure after the moment `since`, each with what happened to it."""
    for side in sides_of(indicator_of(key)).values():
        register, rows_now = side.rows(window)
        as_known = Window(window.as_of, window.first, since)
        _, rows_then = side.rows(as_known)
        now = {row.entity: row for row in rows_now.filter(stood_under(window, place))}
        then = {row.entity: row for row in rows_then.filter(stood_under(as_known, place))}
        for entity in sorted(now.keys() ^ then.keys()):
            row = now.get(entity) or then[entity]
            yield Cause(_kind(register, entity, since), register.key, entity, register.title(row), entity in now)


def _kind(register: Register, entity: int, since: dt.datetime) -> str:
    rows: Any = register.model._default_manager
    living: Fact | None = rows.filter(pk=entity).first()
    if living is None:
        return "other"
    if living.known_until is not None:
        return "voided"
    if living.recorded_at <= since:
        return "other"
    earlier = rows.filter(version_of=entity).exists()
    return "corrected" if earlier else "late"
