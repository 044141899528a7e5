"""Figure passports (口径卡) and the list of indicators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.web.desk.gate import DeskRequest, needs


@needs("figures.view")
def indicators(request: DeskRequest) -> HttpResponse:
    """Placeholder of the layout."""
    return render(request, "frame.html")


@needs("figures.view")
def passport(request: DeskRequest, key: str, organisation: int) -> HttpResponse:
    """Placeholder of the layout."""
    return render(request, "frame.html")


urlpatterns = [
    path("indicators/", indicators, name="indicators"),
    path("figures/<slug:key>/<int:organisation>/", passport, name="passport"),
]
