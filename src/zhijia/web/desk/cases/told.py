"""What every act of a case is told by its form: the client key, what was seen, who and when; and where to go after."""

import datetime as dt
import secrets
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.cases.queries import case_of
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.web.desk.gate import DeskRequest
from zhijia.web.desk.orders.typed import day_of

CHANCE = secrets.SystemRandom()
NO_KEY = gettext_noop("这一页没有完整打开，没有保存，请刷新后再提交。")
LONGEST_KEY = 60


def new_key() -> str:
    """A client key: sent with the form, so that a second click is known as the same."""
    return f"{CHANCE.getrandbits(160):040x}"


def told(request: DeskRequest, number: int, *, dated: bool = False) -> dict[str, Any]:
    """The case, and what its act takes from the form. `dated`: the day may be an earlier one."""
    held = case_of(request.post, number, request.today)
    key, seen = request.POST.get("key", ""), request.POST.get("seen", "")
    if not key or len(key) > LONGEST_KEY or not (seen.isascii() and seen.isdigit() and len(seen) < 9):
        raise Problem(NO_KEY)
    return {
        "case": held, "by": request.post, "on": _day(request) if dated else request.today, "at": request.now,
        "key": key, "seen": int(seen),
    }  # fmt: skip


def back_to(number: int) -> HttpResponse:
    """The page of the case."""
    return HttpResponseRedirect(reverse("case", args=[number]))


def _day(request: DeskRequest) -> dt.date:
    return day_of(request.POST.get("on", ""), gettext("办理日期")) or request.today
