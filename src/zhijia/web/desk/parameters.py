"""Not yet built."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from zhijia.web.desk.gate import DeskRequest, needs


@needs("settings.view")
def parameters(request: DeskRequest) -> HttpResponse:
    """Placeholder of the layout."""
    return render(request, "frame.html")


urlpatterns = [path("parameters/", parameters, name="parameters")]
