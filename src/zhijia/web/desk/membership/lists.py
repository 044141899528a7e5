"""Two working lists of members: what is missing from their records, and who may be deemed to have left."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from zhijia.accounts.queries import visible_to
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.registers.organising.completeness import fields, gaps_by_union, incomplete_members, missing_of
from zhijia.registers.organising.lapsing import lapsing_members
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs

OUTSIDE = gettext_noop("没有这个组织，或它不在您的管理范围内。")
PER_PAGE = 50


@needs("members.view")
def completeness(request: DeskRequest) -> HttpResponse:
    """Per union how many members lack which field."""
    pages = Paginator(gaps_by_union(request.post, request.today), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "desk/membership/completeness.html", {"page": page, "fields": fields()})


@needs("members.view")
def completeness_of(request: DeskRequest, organisation: int) -> HttpResponse:
    """The people of one union with what is missing of each; ?lacks= narrows to one field."""
    place = visible_to(request.post).filter(pk=organisation).first()
    if place is None:
        raise NotFound(OUTSIDE)
    lacks, labels = request.GET.get("lacks", ""), dict(fields())
    pages = Paginator(incomplete_members(request.post, request.today, place, lacks), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    missing = missing_of(request.today)
    people = [(row, [labels[name] for name in missing(row)]) for row in page]
    context = {"place": place, "page": page, "people": people, "lacks": labels.get(lacks, "")}
    return render(request, "desk/membership/incomplete.html", context)


@needs("members.view")
def lapsing(request: DeskRequest) -> HttpResponse:
    """The proposed list; deciding is a step of each member, with minutes."""
    pages = Paginator(lapsing_members(request.post, request.today), PER_PAGE)
    rule = catalogue().parameter("member.lapse-months", request.today)
    context = {"page": pages.get_page(request.GET.get("page")), "months": int(rule.value), "source": rule.source}
    return render(request, "desk/membership/lapsing.html", context)
