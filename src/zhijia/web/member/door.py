"""The members' door: a telephone number, then a one-time code or the own password.

The answer is the same whether the county knows the number or not; who shares a telephone tells the last four of the
id number afterwards.
"""

import secrets

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.accounts.actions.codes import account_for, send_code, take_code
from zhijia.accounts.codes import DIGITS, LIFE, checked_mobile
from zhijia.accounts.member_accounts import accounts_with_mobile
from zhijia.accounts.senders import sender
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.organising.own import by_id_tail, people_with_mobile
from zhijia.web.desk.gate import anybody
from zhijia.web.desk.lockout import client_address

BACKEND = "django.contrib.auth.backends.ModelBackend"
ASKED, PROVED = "my_mobile", "my_proved"
WRONG_PASSWORD = gettext_noop("手机号码或密码不对。没有设过密码的请用验证码登录。")
WRONG_TAIL = gettext_noop("号码后四位不对，请核对身份证号。")
NOBODY = "m-nobody"


@anybody
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for a code, or sign in with the password on the same page."""
    if request.method != "POST":
        return _door(request, can_send=bool(settings.CODE_SENDER))
    try:
        number = checked_mobile(request.POST.get("mobile", ""))
        send_code(mobile=number, address=client_address(request), at=request.now,  # type: ignore[attr-defined]
                  rng=secrets.SystemRandom(), send=sender())  # fmt: skip
    except Problem as problem:
        return _door(request, problem)
    request.session[ASKED] = number
    return redirect("my-code")


@anybody
def code(request: HttpRequest) -> HttpResponse:
    """The six digits. What was typed is compared with the newest code of the number asked for in this session."""
    number = request.session.get(ASKED, "")
    if not number:
        return redirect("my-enter")
    fault = ""
    if request.method == "POST":
        try:
            take_code(mobile=number, code=request.POST.get("code", ""), at=request.now)  # type: ignore[attr-defined]
        except Problem as problem:
            fault = problem.sentence(gettext)
        else:
            return _let_in(request, number)
    context = {"fault": fault, "digits": DIGITS, "minutes": int(LIFE.total_seconds() // 60)}
    return render(request, "member/code.html", context, status=422 if fault else 200)


@anybody
def again(request: HttpRequest) -> HttpResponse:
    """Of several who share the telephone, the one whose id number ends so."""
    number = request.session.get(PROVED, "")
    if not number:
        return redirect("my-enter")
    fault = ""
    if request.method == "POST":
        found = by_id_tail(number, request.POST.get("tail", ""))
        if len(found) == 1:
            return _open(request, number, *next(iter(found.items())))
        del request.session[PROVED]  # One try: the next begins with a new code.
        fault = gettext(WRONG_TAIL)
    return render(request, "member/again.html", {"fault": fault}, status=422 if fault else 200)


@anybody
@require_POST
def password_door(request: HttpRequest) -> HttpResponse:
    """Number and password; too many wrong ones wait as everywhere in the house."""
    try:
        number = checked_mobile(request.POST.get("mobile", ""))
    except Problem as problem:
        return _door(request, problem)
    accounts = accounts_with_mobile(number)
    known, typed = people_with_mobile(number), request.POST.get("password", "")
    names = [one.user.username for one in accounts if one.person in known or not one.person] or [NOBODY]
    for name in names:
        user = authenticate(request, username=name, password=typed)
        if user is not None:
            login(request, user, backend=BACKEND)
            return redirect("my")
    return _door(request, Problem(WRONG_PASSWORD))


def _let_in(request: HttpRequest, number: str) -> HttpResponse:
    del request.session[ASKED]
    people = people_with_mobile(number)
    if len(people) > 1:
        request.session[PROVED] = number
        return redirect("my-again")
    person, name = next(iter(people.items()), ("", ""))
    return _open(request, number, person, name)


def _open(request: HttpRequest, number: str, person: str, name: str) -> HttpResponse:
    account = account_for(mobile=number, person=person, name=name)
    login(request, account.user, backend=BACKEND)
    request.session.pop(PROVED, None)
    return redirect("my")


def _door(request: HttpRequest, problem: Problem | None = None, *, can_send: bool = True) -> HttpResponse:
    fault = problem.sentence(gettext) if problem else ""
    context = {
        "fault": fault,
        "can_send": can_send and bool(settings.CODE_SENDER),
        "mobile": request.POST.get("mobile", ""),
    }
    return render(request, "member/enter.html", context, status=422 if fault else 200)
