"""用户与岗位: who has an account, which posts each holds; accounts and posts are given, ended and reset here."""

import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhijia.accounts import actions
from zhijia.accounts.queries import User, managed_post, people_for, person_for, visible_to
from zhijia.kit.problem import Problem
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.posts_forms import EndForm, GiveForm, IdentityForm, PersonForm

PAGE = 25
OFFERED = 600  # a longer list of names is of no use to type into, and too heavy for a page
OIDC = "oidc"


@needs("posts.edit")
def posts(request: DeskRequest) -> HttpResponse:
    """The list of people, searched by name, sign-in name or organisation."""
    words = request.GET.get("q", "")[:60]
    page = Paginator(people_for(request.post, words), PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/posts/list.html", {"page": page, "words": words})


@needs("posts.edit")
@never_cache
def new_person(request: DeskRequest) -> HttpResponse:
    """Give an account; its one-time password is on the answer and nowhere else."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user, password = actions.create_user(
                **form.cleaned_data, by=request.post, at=request.now, rng=secrets.SystemRandom()
            )
        except Problem as problem:
            form.add_error(None, problem.sentence(_))
        else:
            return _person(request, user, password=password)
    return render(request, "desk/posts/new.html", {"form": form}, status=400 if form.errors else 200)


@needs("posts.edit")
def person(request: DeskRequest, number: int) -> HttpResponse:
    """One person: posts past and present, and what can be done."""
    return _person(request, person_for(request.post, number))


@needs("posts.edit")
@require_POST
def give(request: DeskRequest, number: int) -> HttpResponse:
    """Give the person a post."""
    user = person_for(request.post, number)
    form = GiveForm(request.POST, post=request.post, on=request.today)
    if form.is_valid():
        try:
            actions.give_post(user=user, **form.cleaned_data, by=request.post, at=request.now)
        except Problem as problem:
            form.add_error(None, problem.sentence(_))
        else:
            messages.success(request, _("已授予%(person)s新的岗位。") % {"person": user})
            return redirect("person", number)
    return _person(request, user, give_form=form)


@needs("posts.edit")
@require_POST
def end(request: DeskRequest, number: int) -> HttpResponse:
    """End a post from a day on."""
    post = managed_post(request.post, number)
    form = _valid(EndForm(request.POST))
    actions.end_post(post=post, on=form.cleaned_data["on"], by=request.post, at=request.now)
    messages.success(request, _("岗位已结束：%(post)s") % {"post": post})
    return redirect("person", post.user_id)


@needs("posts.edit")
@require_POST
@never_cache
def password(request: DeskRequest, number: int) -> HttpResponse:
    """Reset the password; the new one is on the answer and nowhere else."""
    user = person_for(request.post, number)
    given = actions.reset_password(user=user, by=request.post, at=request.now, rng=secrets.SystemRandom())
    return _person(request, user, password=given)


@needs("posts.edit")
@require_POST
def identity(request: DeskRequest, number: int) -> HttpResponse:
    """Link the person's identity in the outside system."""
    user = person_for(request.post, number)
    form = _valid(IdentityForm(request.POST))
    actions.link_identity(user=user, provider=OIDC, **form.cleaned_data, by=request.post, at=request.now)
    messages.success(request, _("已把%(person)s与统一身份对应。") % {"person": user})
    return redirect("person", number)


def _person(
    request: DeskRequest, user: User, *, give_form: GiveForm | None = None, password: str = ""
) -> HttpResponse:  # fmt: skip
    organisations = list(visible_to(request.post).on(request.today).values_list("name", flat=True)[: OFFERED + 1])
    shown = {
        "person": user,
        "held": [(post, _state(post, request)) for post in person_for(request.post, user.pk).posts.all()],
        "give_form": give_form or GiveForm(post=request.post, on=request.today),
        "organisations": organisations if len(organisations) <= OFFERED else [],
        "one_time_password": password,
        "identity_form": IdentityForm() if settings.SOCIALACCOUNT_PROVIDERS else None,
    }
    status = 400 if give_form is not None and give_form.errors else 200
    return render(request, "desk/posts/person.html", shown, status=status)


def _state(post: Any, request: DeskRequest) -> str:
    """held, past or future on the day of the request."""
    if post.since > request.today:
        return "future"
    return "held" if post.until is None or post.until > request.today else "past"


def _valid(form: forms.Form) -> forms.Form:
    if not form.is_valid():
        field, faults = next(iter(form.errors.items()))
        raise Problem("%(label)s：%(fault)s", label=form.fields[field].label, fault=faults[0])
    return form


urlpatterns = [
    path("posts/", posts, name="posts"),
    path("posts/new/", new_person, name="new-person"),
    path("posts/<int:number>/", person, name="person"),
    path("posts/<int:number>/give/", give, name="give-post"),
    path("posts/<int:number>/password/", password, name="reset-password"),
    path("posts/<int:number>/identity/", identity, name="link-identity"),
    path("posts/end/<int:number>/", end, name="end-post"),
]
