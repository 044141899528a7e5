"""Reading the county's procedures: the list, one edition as sentences, two editions side by side."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from zhijia.cases.queries.editions import EditionLine, drafts, edition_called, editions
from zhijia.indicators.wording import TRUST
from zhijia.registers.base.register import register_of
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import Catalogue, catalogue
from zhijia.schemes.comparing import compare
from zhijia.schemes.grants.walking import parameters_in
from zhijia.schemes.sentences import day_for, parts_of
from zhijia.web.desk.gate import DeskRequest, needs


@needs("settings.view")
def editions_page(request: DeskRequest) -> HttpResponse:
    """Every procedure with its editions; what waits for approval."""
    found = editions(request.post)
    groups: dict[str, list[EditionLine]] = {}
    for line in found:
        groups.setdefault(line.edition.case, []).append(line)
    shown = [(lines[0].edition, _subject(lines[0].edition), lines) for lines in groups.values()]
    context = {
        "groups": shown, "trust": TRUST, "drafts": drafts(request.post)[:30],
        "may_hand_in": bool(request.post.may("catalogue.edit")),
    }  # fmt: skip
    return render(request, "desk/catalogue/list.html", context)


@needs("settings.view")
def edition(request: DeskRequest, edition: str) -> HttpResponse:
    """One edition as sentences, with its numbers, their sources and how far they are trusted."""
    found = edition_called(edition)
    others = [one for one in catalogue().cases.values() if one.case == found.case and one.name != found.name]
    context = {
        "edition": found, "subject": _subject(found), "trust": TRUST[found.trust],
        "others": sorted(others, key=lambda one: -one.edition), **told(found, catalogue(), request),
    }  # fmt: skip
    return render(request, "desk/catalogue/edition.html", context)


@needs("settings.view")
def compared(request: DeskRequest, edition: str, other: str) -> HttpResponse:
    """Two editions of one procedure, line by line."""
    new, old = edition_called(edition), edition_called(other)
    day = max(day_for(one, request.today) for one in (old, new))
    sides = [parts_of(one, catalogue(), day) for one in (old, new)]
    parts = compare(*sides)
    context = {
        "old": old, "new": new, "parts": parts, "all": request.GET.get("show") == "all",
        "differs": any(part.differs for part in parts),
    }  # fmt: skip
    return render(request, "desk/catalogue/compare.html", context)


def told(found: CaseEdition, book: Catalogue, request: DeskRequest) -> dict[str, Any]:
    """Parts and numbers of an edition, for the page of one in force and of one handed in."""
    return {"parts": parts_of(found, book, request.today), "numbers": _numbers(found, book, request)}


def _numbers(found: CaseEdition, book: Catalogue, request: DeskRequest) -> Sequence[tuple[Any, Any, Any]]:
    """(parameter, value in force, trust) of everything the edition is judged by."""
    named = dict.fromkeys([*(key for _, key in parameters_in(found)), *found.numbers])
    values = [(book.parameters[key], book.parameter(key, day_for(found, request.today))) for key in named]
    return [(parameter, value, TRUST[value.trust]) for parameter, value in values]


def _subject(found: CaseEdition) -> Any:
    return register_of(found.subject).label
