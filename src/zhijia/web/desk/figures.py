"""Figure passports (口径卡) and the list of indicators with their definitions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.queries import visible_to
from zhijia.evidence.queries import counts_for
from zhijia.indicators.compile import sides_of
from zhijia.indicators.passport import Passport, SideCard, passport_of, sample_rows
from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.indicators.snapshots import fixed_figure
from zhijia.indicators.wording import TRUST, conditions_of, counted_words, definition_hash
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.registers.base.register import Register
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.web.components.figure import passport_url
from zhijia.web.components.rows import rows_url
from zhijia.web.desk.gate import DeskRequest, needs

SAMPLE = 10
NO_CODE = "~"
FIRST_YEAR, LAST_YEAR = 1950, 2100
OUTSIDE = gettext_noop("没有这个组织，或它不在您的管理范围内。")
BAD_DAY = gettext_noop("日期“%(day)s”不合要求，请写成 2014-06-30 的样子。")
SIDE_NAMES = {"top": _("分子"), "bottom": _("分母")}


@dataclass(frozen=True)
class SampleRow:
    """One counted row in the passport: its name, its place, its evidence."""

    title: str
    pk: int
    place: str
    evidence: int


@dataclass(frozen=True)
class SideView:
    """One side of the formula, ready to print."""

    name: str
    card: SideCard
    url: str
    register: Register
    rows: Sequence[SampleRow]
    more: int


@needs("figures.view")
def indicators(request: DeskRequest) -> HttpResponse:
    """All indicators with their value for the post's own organisation and their definition."""
    window = Window.year_to(day_of(request))
    mine = request.post.organisation
    found = figures(catalogue().indicators, [window], [mine], mine)
    known = catalogue().indicators
    # Themes stand as their codes do; those without any, which only serve the monthly return, come last.
    first: dict[str, str] = {}
    for item in known.values():
        first[item.theme] = min(first.get(item.theme, NO_CODE), item.code or NO_CODE)
    lines = sorted(
        ((item, found[key, mine.pk, window], TRUST[item.trust]) for key, item in known.items()),
        key=lambda line: (first[line[0].theme], line[0].theme, line[0].code or NO_CODE, line[0].indicator),
    )
    themes = [(theme, list(group)) for theme, group in groupby(lines, key=lambda line: line[0].theme)]
    return render(request, "desk/figures/indicators.html", {"themes": themes, "window": window, "mine": mine})


@needs("figures.view")
def definition(request: DeskRequest, key: str) -> HttpResponse:
    """One indicator's definition in words, by its terms."""
    item = catalogue().indicators.get(key)
    if item is None:
        raise NotFound(gettext_noop("没有这个指标，请从“指标口径”页进入。"))
    window = Window.year_to(day_of(request))
    sides = [
        (SIDE_NAMES[name], side.register.label, counted_words(side), conditions_of(side, window))
        for name, side in sides_of(item).items()
    ]
    context = {"item": item, "sides": sides, "trust": TRUST[item.trust], "hash": definition_hash(item)}
    return render(request, "desk/figures/definition.html", context)


@needs("figures.view")
def passport(request: DeskRequest, key: str, organisation: int) -> HttpResponse:
    """The passport, as a page or in the side panel."""
    node = visible_to(request.post).filter(pk=organisation).first()
    if node is None:
        raise NotFound(OUTSIDE)
    window = Window.year_to(day_of(request), moment_of(request))
    card = passport_of(request.post, key, node, window, request.GET.get("group", "").strip()[:20])
    context = {
        "passport": card,
        "sides": [_side(card, side) for side in card.sides],
        "trust": TRUST[card.indicator.trust],
        "fixed": None if card.figure.group else fixed_figure(key, node, window),
        "history": history_data(card.history),
        "link": passport_url(card.figure),
    }
    return render(request, "desk/figures/passport.html", context)


def history_data(history: Sequence[Figure]) -> dict[str, Sequence[object]]:
    """Month labels and values for the chart and the table beneath it."""
    values = [None if figure.value is None else round(float(figure.value), 1) for figure in history]
    return {"labels": [f"{figure.window.as_of:%Y-%m}" for figure in history], "values": values}


def day_of(request: DeskRequest) -> dt.date:
    """The as-of day asked for, else today; Problem for something that is no day."""
    raw = request.GET.get("as_of", "").strip()
    if not raw:
        return request.today
    try:
        day = dt.date.fromisoformat(raw)
    except ValueError:
        raise Problem(BAD_DAY, day=raw[:20]) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Problem(BAD_DAY, day=raw[:20])
    return day


def moment_of(request: DeskRequest) -> dt.datetime | None:
    """The moment of knowledge asked for, or None for now."""
    raw = request.GET.get("known_at", "").strip().replace(" ", "+")
    if not raw:
        return None
    try:
        moment = dt.datetime.fromisoformat(raw)
    except ValueError:
        raise Problem(BAD_DAY, day=raw[:20]) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=request.now.tzinfo)


def _side(card: Passport, side: SideCard) -> SideView:
    register, rows = sample_rows(card, side.key, SAMPLE)
    proofs = counts_for(register.key, [row.entity for row in rows])
    sample = [
        SampleRow(register.title(row), row.entity, str(row.organisation), proofs.get(row.entity, 0)) for row in rows
    ]
    return SideView(
        name=str(SIDE_NAMES[side.key]),
        card=side,
        url=rows_url(card.figure, side.key, register.key),
        register=register,
        rows=sample,
        more=max(0, side.remained - len(sample)),
    )


urlpatterns = [
    path("indicators/", indicators, name="indicators"),
    path("indicators/<slug:key>/", definition, name="indicator"),
    path("figures/<slug:key>/<int:organisation>/", passport, name="passport"),
]
