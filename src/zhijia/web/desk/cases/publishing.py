"""Publishing a notice: what will be read, masked by where it hangs, and until when; nothing else can be typed in."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.cases import actions
from zhijia.cases.queries import card_of, case_of
from zhijia.cases.queries.public import notice_lines
from zhijia.kit.problem import Problem
from zhijia.web.desk.cases.told import back_to, new_key, told
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.orders.typed import day_of

PLACES = (("board", _("本单位公示栏")), ("web", _("公开网页")))


@needs("cases.act")
def publish(request: DeskRequest, case: int) -> HttpResponse:
    """The notice as it will hang, with its days; publish."""
    held = case_of(request.post, case, request.today)
    card = card_of(request.post, held, request.today)
    card.may.insist()
    step = card.state.step
    given = request.POST if request.method == "POST" else request.GET
    place = given.get("place", "web") if given.get("place", "web") in dict(PLACES) else "web"
    lines, fault = notice_lines(card, place, given), ""
    if step is None or step.kind != "notice":
        return back_to(case)
    opens = _day(given.get("opens", ""), gettext("公示开始")) or request.today
    least = card.limits.last_of_notice(step, opens)
    if request.method == "POST":
        try:
            closes = _day(given.get("closes", ""), gettext("公示结束")) or least
            notice = actions.publish_notice(
                **told(request, case), title=given.get("title", ""), lines=lines, contact=given.get("contact", ""),
                opens=opens, closes=closes, place=place, token=new_key(),
                answers={key: given.get(key, "") for key in step.ask},
            )  # fmt: skip
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            words = gettext("已公示，到%(day)s结束。链接在办件页面上，可以打印张贴。")
            messages.success(request, words % {"day": notice.closes_on})
            return back_to(case)
    office = f"{held.organisation.name} {request.post.telephone}".strip()
    context = {
        "card": card, "case": held, "step": step, "place": place, "places": PLACES, "lines": lines, "opens": opens,
        "closes": given.get("closes", "") or least, "least": least, "fault": fault, "key": new_key(),
        "title": given.get("title", "") or gettext("%(title)s公示") % {"title": card.edition.title},
        "contact": given.get("contact", "") or office, "asks": list(step.ask.items()), "given": given,
    }  # fmt: skip
    return render(request, "desk/cases/publish.html", context, status=422 if fault else 200)


def _day(text: str, field: str) -> dt.date | None:
    return day_of(text, field)
