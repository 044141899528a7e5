"""Not yet built."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.web.desk.gate import DeskRequest, needs


@needs("desk.view")
def register(request: DeskRequest, key: str) -> HttpResponse:
    """Placeholder of the layout."""
    return render(request, "frame.html")


urlpatterns = [path("register/<str:key>/", register, name="register")]
