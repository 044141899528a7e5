"""What a person sets for this session or for good: the post worked in, the language, the size of type."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhijia.accounts import actions
from zhijia.accounts.table import role_label
from zhijia.kit.problem import Problem, Refused, gettext_noop
from zhijia.schemes.words import said
from zhijia.web.desk.frame import LARGE_COOKIE
from zhijia.web.desk.gate import DeskRequest, anybody, signed_in

NOT_HELD = gettext_noop("您没有这个岗位，或任职日期已过。请从右上角的岗位列表中选择。")
NO_SUCH_LANGUAGE = gettext_noop("系统没有“%(language)s”界面，可选：%(known)s。")
YEAR = 365 * 24 * 3600


@signed_in
@require_POST
def switch_post(request: DeskRequest) -> HttpResponse:
    """Work from now on in another of one's own posts; Refused for a post not held today."""
    chosen = next((post for post in request.posts if str(post.pk) == request.POST.get("post")), None)
    if chosen is None:
        raise Refused(NOT_HELD)
    request.session["post"] = chosen.pk
    values = {"org": chosen.organisation, "role": said(role_label(chosen.role))}
    messages.success(request, _("已换到%(org)s“%(role)s”岗位。") % values)
    return redirect("desk")


@anybody
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages: kept in the account, and in a cookie for the pages before sign-in."""
    code = request.POST.get("language", "")
    known = dict(settings.LANGUAGES)
    if code not in known:
        raise Problem(NO_SUCH_LANGUAGE, language=code, known="、".join(str(label) for label in known.values()))
    if request.user.is_authenticated:
        actions.set_language(user=request.user, language=code)
    response = _back(request)
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=YEAR, samesite="Lax", httponly=True,
                        secure=settings.SESSION_COOKIE_SECURE)  # fmt: skip
    return response


@anybody
@require_POST
def large_print(request: HttpRequest) -> HttpResponse:
    """Turn large print (长辈版) on or off: kept in the account, and in a cookie for the pages before sign-in."""
    on = request.POST.get("large") == "1"
    if request.user.is_authenticated:
        actions.set_large_print(user=request.user, on=on)
    response = _back(request)
    if on:
        response.set_cookie(LARGE_COOKIE, "1", max_age=YEAR, samesite="Lax", httponly=True,
                            secure=settings.SESSION_COOKIE_SECURE)  # fmt: skip
    else:
        response.delete_cookie(LARGE_COOKIE)
    return response


@anybody
def feedback(request: HttpRequest) -> HttpResponse:
    """How and where to complain or suggest; open to everybody."""
    return render(request, "desk/feedback.html")


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page one came from, if it is ours."""
    there = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(there if safe else "/")


urlpatterns = [
    path("session/post/", switch_post, name="switch_post"),
    path("session/language/", language, name="language"),
    path("session/large-print/", large_print, name="large_print"),
    path("feedback/", feedback, name="feedback"),
]
