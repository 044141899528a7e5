"""All grassroots unions scored on one page: how they are spread, who lacks what, each line a door to its sheet."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from zhijia.accounts.queries import visible_to
from zhijia.assessment.queries.editions import STARS, edition_on
from zhijia.assessment.queries.programme import spread_of
from zhijia.assessment.queries.scores import Scored, scores
from zhijia.orgs.kinds import kinds_at
from zhijia.schemes.words import said
from zhijia.web.desk.assessment.asked import Asked, asked_of, chosen
from zhijia.web.desk.gate import DeskRequest, needs

PER_PAGE = 50
COLUMNS = ("", "star", "score", "missing")


@needs("stars.view")
def programme(request: DeskRequest) -> HttpResponse:
    """The list with its filters; `?all=1` puts all of them on one page, as printing does."""
    edition = edition_on(STARS, request.today)
    asked = asked_of(request, edition)
    everybody = scores(request.post, asked.on, edition)
    towns = list(visible_to(request.post).filter(kind__in=kinds_at("committee")).on(asked.on))
    path = next((str(town.path) for town in towns if str(town.pk) == asked.under), "")
    within = [one for one in everybody if str(one.organisation.path).startswith(path)]
    found = chosen(within, asked, "")
    whole = request.GET.get("all") == "1"
    page = Paginator(found, max(1, len(found)) if whole else PER_PAGE).get_page(asked.page)
    above = {str(town.path): town for town in towns}
    context: dict[str, Any] = {
        "edition": edition,
        "asked": asked,
        "spread": spread_of(edition, within),
        "page": page,
        "number": len(found),
        "rows": [(one, above.get(one.organisation.committee_path), _lacks(one)) for one in page],
        "towns": towns,
        "bands": [(str(band.star), said(band.title)) for band in edition.bands],
        "stars": [(band.star, band.title, spread_of_band) for band, spread_of_band in _by_band(edition, within)],
        "variants": [(key, said(one.title)) for key, one in edition.variants.items()],
        "heads": _heads(asked),
        "whole": whole,
    }
    return render(request, "desk/assessment/programme.html", context)


def _by_band(edition: Any, within: list[Scored]) -> list[tuple[Any, int]]:
    return [(band, sum(one.verdict.star == band.star for one in within)) for band in edition.bands]


def _heads(asked: Asked) -> list[tuple[str, str, str]]:
    """(label, address that sorts by it, how it is sorted now) of the columns that sort."""
    words = {
        "": gettext("基层工会"),
        "star": gettext("今天可评"),
        "score": gettext("预评得分"),
        "missing": gettext("缺项"),
    }
    heads = []
    for key in COLUMNS:
        order = "name" if key == "" else key
        here = asked.order == order
        turn = order if here and asked.down else f"-{order}" if here or key else order
        heads.append(
            (words[key], asked.query(order=turn), ("descending" if asked.down else "ascending") if here else "")
        )
    return heads


def _lacks(one: Scored) -> list[Any]:
    """The three criteria that would give most."""
    lines = [line for line in one.sheet.lines if line.applies and line.lacking > 0]
    return sorted(lines, key=lambda line: -line.lacking)[:3]
