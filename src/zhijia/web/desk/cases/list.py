"""The list of cases: what awaits me first, then everything I may look at, narrowed by what stands in the address."""

import datetime as dt

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.cases.editions import edition_for
from zhijia.cases.queries import awaiting, cases_for
from zhijia.registers.base.register import register_of
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.cases.words import due_light, stands
from zhijia.web.desk.gate import DeskRequest, needs

PAGE = 25
SORTS = {"due": ("due_on", "pk"), "-applied": ("-applied_on", "-pk"), "applied": ("applied_on", "pk")}


def offered(post: Post, on: dt.date) -> list[tuple[str, str]]:
    """(key, title) of every procedure this post may begin today: it looks at what the case would be about, and acts at a
    step of it or keeps that register."""
    found = []
    for key in dict.fromkeys(edition.case for edition in catalogue().cases.values()):
        edition = edition_for(key, on)
        area = register_of(edition.subject).area
        inside = edition.window is None or edition.window.opens <= on <= edition.window.closes
        if inside and edition.edition <= on.year and post.may(f"{area}.edit"):
            found.append((key, edition.title))
    return found


@needs("cases.view")
def cases(request: DeskRequest) -> HttpResponse:
    """`?show=mine|open|overdue|done|all`, `?procedure=`, `?step=`, `?q=`, `?sort=`, `?page=`."""
    asked, post, on = request.GET, request.post, request.today
    show = asked.get("show", "mine" if post.may("cases.act") else "open")
    mine = awaiting(post, on)
    rows = mine if show == "mine" else cases_for(post, on)
    if show == "open":
        rows = rows.filter(open=True)
    elif show == "overdue":
        rows = rows.filter(open=True, due_on__lt=on)
    elif show == "done":
        rows = rows.filter(open=False)
    if procedure := asked.get("procedure", ""):
        rows = rows.filter(edition__startswith=f"{procedure}.")
    if step := asked.get("step", ""):
        rows = rows.filter(step=step)
    if words := asked.get("q", "").strip()[:60]:
        rows = rows.filter(Q(title__icontains=words) | Q(number__icontains=words))
    if sort := SORTS.get(asked.get("sort", "")):
        rows = rows.order_by(*sort)
    page = Paginator(rows, PAGE).get_page(asked.get("page"))
    editions = {edition.case: edition for edition in catalogue().cases.values()}
    chosen = editions.get(procedure) or next(iter(editions.values()))
    context = {
        "page": page,
        "lines": [(row, catalogue().cases[row.edition].title, stands(row), due_light(row, on)) for row in page],
        "show": show,
        "shows": [("mine", _("待我办理")), ("open", _("在办")), ("overdue", _("逾期")), ("done", _("已办结")), ("all", _("全部"))],
        "procedures": [(key, edition.title) for key, edition in editions.items()],
        "steps": [(step.key, step.label) for step in chosen.steps],
        "asked": {"procedure": procedure, "step": step, "q": words, "sort": asked.get("sort", "")},
        "begin": offered(post, on) if post.may("cases.act") else [],
    }  # fmt: skip
    return render(request, "desk/cases/list.html", context)
