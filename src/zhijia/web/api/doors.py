"""The API object: signed-in sessions only, no page of its own; programs read /api/openapi.json."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from zhijia.kit.problem import Conflict, NotFound, Problem, Refused
from zhijia.web.api.figures import router as figures_router
from zhijia.web.api.registers import router as registers_router
from zhijia.web.desk.gate import anybody, needs


def post_of(request: HttpRequest) -> Any:
    """The post behind the session; nobody without one, and nobody who must first choose an own password."""
    if not request.user.is_authenticated or getattr(request.user, "password_given", False):
        return None
    return getattr(request, "post", None)


api = NinjaAPI(title="Zhijia", version="1", docs_url=None, urls_namespace="api", auth=post_of)
api.add_router("", registers_router)
api.add_router("", figures_router)


@api.exception_handler(Problem)
def told(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A refusal as one sentence."""
    status = 403 if isinstance(problem, Refused) else 404 if isinstance(problem, NotFound) else 409 if isinstance(problem, Conflict) else 400  # fmt: skip
    return _answer(request, problem.sentence(gettext), status)


@api.exception_handler(ValidationError)
def misunderstood(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Arguments that are missing or of the wrong form, by name."""
    names = "、".join(sorted({str(error["loc"][-1]) for error in fault.errors if error.get("loc")}))
    return _answer(request, gettext("参数%(names)s缺少或格式不对，请对照接口说明。") % {"names": names}, 422)


@api.exception_handler(AuthenticationError)
def stranger(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    """Nobody is signed in."""
    return _answer(request, gettext("请先登录，并确认您目前有岗位。"), 401)


@api.exception_handler(HttpError)
def turned_away(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """What the library itself refuses."""
    return _answer(request, gettext("请求不合要求，请对照接口说明。"), fault.status_code)


def _answer(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return api.create_response(request, {"error": sentence}, status=status)


def _marked(patterns: list[Any]) -> list[Any]:
    """Every view of the library is marked for the gate: the description for officers, the rest judged by `post_of`."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            _marked(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            mark = needs("desk.view") if pattern.name == "openapi-json" else anybody
            mark(pattern.callback)
    return patterns


_patterns, _app, _namespace = api.urls
urlpatterns = [path("api/", (_marked(_patterns), _app, _namespace))]
