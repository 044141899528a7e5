"""The house's addresses and one more: a signed-in view that returns a constant, the yardstick of the page runs."""

from django.http import HttpResponse
from django.urls import path

from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.urls import handler403, handler404, handler500
from zhijia.web.urls import urlpatterns as house

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]


@needs("desk.view")
def constant(request: DeskRequest) -> HttpResponse:
    """What any signed-in page costs before it does anything: session, user, post, middleware."""
    return HttpResponse("ok")


urlpatterns = [path("constant/", constant), *house]
