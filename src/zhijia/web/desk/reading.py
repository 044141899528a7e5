"""The language of a page: the one chosen, else Chinese; what a browser claims to prefer does not count."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import activate, get_language

KNOWN = frozenset(code for code, _ in settings.LANGUAGES)


class LanguageMiddleware:
    """Before sign-in the cookie decides; the gate lets a signed-in person's account decide."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Django hands the rest of the chain in."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate, answer, and say in which language the answer is."""
        read_in(request, request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
        return response


def read_in(request: HttpRequest, code: str) -> None:
    """Show this request's page in `code`, or in Chinese when the house does not speak it."""
    known = code if code in KNOWN else settings.LANGUAGE_CODE
    if known != get_language():
        activate(known)
    request.LANGUAGE_CODE = known
