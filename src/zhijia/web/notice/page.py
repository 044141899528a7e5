"""The page of one notice: masked content, how long it hangs, how to object. It closes itself and is not indexed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from zhijia.cases.actions import object_to_notice
from zhijia.cases.queries import open_notice
from zhijia.kit.problem import NotFound, Problem
from zhijia.web.desk.cases.told import LONGEST_KEY, new_key
from zhijia.web.desk.gate import anybody


@anybody
def notice(request: HttpRequest, token: str) -> HttpResponse:
    """Read it; send an objection."""
    today = request.today  # type: ignore[attr-defined]
    try:
        found = open_notice(token, today)
    except NotFound as problem:
        return _closed_to_robots(
            render(request, "notice/over.html", {"sentence": problem.sentence(gettext)}, status=404)
        )
    fault, done = "", False
    if request.method == "POST":
        try:
            object_to_notice(
                notice=found, words=request.POST.get("words", ""), name=request.POST.get("name", ""),
                reach=request.POST.get("reach", ""), on=today, at=request.now,  # type: ignore[attr-defined]
                key=request.POST.get("key", "")[:LONGEST_KEY] or new_key(),
            )  # fmt: skip
            done = True
        except Problem as problem:
            fault = problem.sentence(gettext)
    context = {
        "notice": found, "left": (found.closes_on - today).days, "key": new_key(), "fault": fault, "done": done,
        "typed": request.POST if fault else {},
    }  # fmt: skip
    return _closed_to_robots(render(request, "notice/notice.html", context, status=422 if fault else 200))


def _closed_to_robots(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Cache-Control"] = "private, no-store"
    return response
