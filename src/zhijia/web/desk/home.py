"""The desk (工作台): what awaits me, what falls due, my targets, what changed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.web.desk.gate import DeskRequest, needs


@needs("desk.view")
def desk(request: DeskRequest) -> HttpResponse:
    """The first page of the morning."""
    return render(request, "desk/home.html")


urlpatterns = [path("", desk, name="desk")]
