"""The door of every page: nobody passes without a post, and no view opens that does not say which verb it needs."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from zhijia.accounts.queries import Post, User, posts_of
from zhijia.kit.problem import Conflict, NotFound, Problem, Refused
from zhijia.schemes.catalogue import reread_if_written
from zhijia.web import clock
from zhijia.web.desk.reading import read_in

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
OPEN_MODULES = ("django.contrib.staticfiles", "whitenoise.")


class DeskRequest(HttpRequest):
    """A request that has passed the gate."""

    user: User
    post: Post
    posts: Sequence[Post]
    today: dt.date
    now: dt.datetime


def needs(verb: str) -> Callable[[View], View]:
    """Mark a view with the verb of roles.yaml that a post must have to enter at all."""

    def mark(view: View) -> View:
        view.verb = verb  # type: ignore[attr-defined]
        return view

    return mark


def signed_in(view: View) -> View:
    """Mark a view that everybody may open who is signed in, even without a post (one's own password, sign-out)."""
    view.verb = ""  # type: ignore[attr-defined]
    return view


def anybody(view: View) -> View:
    """Mark a view that a signed-out visitor may open."""
    return login_not_required(signed_in(view))


class GateMiddleware:
    """Puts post, today and now on the request; refuses views that are unmarked and posts that may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Django hands the rest of the chain in."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Stamp the request with the moment."""
        reread_if_written()
        request.now = clock.now()  # type: ignore[attr-defined]
        request.today = request.now.date()  # type: ignore[attr-defined]
        request.post, request.posts = None, ()  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: DeskRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Deny by default."""
        seat(request)
        verb = getattr(view, "verb", None)
        if verb is None:
            if view.__module__.startswith(OPEN_MODULES):
                return None
            raise PermissionDenied(f"view {view.__module__} names no verb")
        if not verb or not request.user.is_authenticated:
            return None
        if request.user.password_given:
            return redirect("account_change_password")
        if request.post is None:
            return render(request, "desk/no_post.html", status=403)
        answer = request.post.may(verb)
        return None if answer else problem_page(request, Refused(answer.because.template, **answer.because.values))

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A Problem becomes a page with its sentence, never a traceback."""
        if not isinstance(fault, Problem):
            return None
        return problem_page(request, fault)


def problem_page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The sentence of a problem as a page (or as a small fragment for HTMX), with a fitting status."""
    status = 403 if isinstance(problem, Refused) else 404 if isinstance(problem, NotFound) else 409 if isinstance(
        problem, Conflict) else 400  # fmt: skip
    template = "components/problem.html" if getattr(request, "htmx", False) else "desk/problem.html"
    return render(request, template, {"sentence": problem.sentence(gettext), "status": status}, status=status)


def seat(request: HttpRequest) -> None:
    """Put the posts held today on the request, the one worked in, and the person's language.

    The post is the one chosen in this session while it is held, else the highest one. Costs one query.
    """
    if not request.user.is_authenticated:
        return
    held = list(posts_of(request.user, request.today))  # type: ignore[attr-defined]
    chosen = request.session.get("post")
    request.posts = held  # type: ignore[attr-defined]
    request.post = next((post for post in held if post.pk == chosen), next(iter(held), None))  # type: ignore[attr-defined]
    if request.user.language:
        read_in(request, request.user.language)
