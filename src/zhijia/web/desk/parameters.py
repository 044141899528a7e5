"""The settings page (参数): every dated number with its source and how far it can be trusted."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.indicators.wording import TRUST
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs


@needs("settings.view")
def parameters(request: DeskRequest) -> HttpResponse:
    """All parameters: today's value, its history, its source; unverified ones are marked so."""
    lines = []
    for key, parameter in sorted(catalogue().parameters.items()):
        past = [value for value in parameter.values if value.since <= request.today]
        now = past[-1] if past else None
        others = [value for value in parameter.values if value is not now]
        lines.append((key, parameter, now, TRUST[now.trust] if now else "", others))
    lists = [(codes, TRUST[codes.trust]) for codes in sorted(catalogue().codes.values(), key=lambda one: one.title)]
    return render(request, "desk/parameters/list.html", {"lines": lines, "lists": lists})


urlpatterns = [path("parameters/", parameters, name="parameters")]
