"""What stands around every page: the menu of the post, the county, the day, the language, the reader's type size."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zhijia.accounts.table import role_label
from zhijia.kit.problem import NotFound
from zhijia.orgs.queries import root
from zhijia.web.components.menu import menu_html

LARGE_COOKIE = "zhijia_large"


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every template. For somebody at a post it costs no query beyond those of the gate."""
    language = get_language() or settings.LANGUAGE_CODE
    shown: dict[str, Any] = {
        "demo": settings.TODAY is not None,
        "today": request.today,  # type: ignore[attr-defined]
        "language": language,
        "languages": settings.LANGUAGES,
        "panel": "X-Panel" in request.headers,
        "here": request.path,
    }
    post = getattr(request, "post", None)
    if post is None:
        return shown | {"county": SimpleLazyObject(_county), "large": LARGE_COOKIE in request.COOKIES}
    return shown | {
        "post": post,
        "posts": request.posts,  # type: ignore[attr-defined]
        "role_label": role_label(post.role),
        "menu": menu_html(post.role, language, request.path),
        "county": post.county,
        "printed": request.now,  # type: ignore[attr-defined]
        "large": post.user.large_print,
    }


def _county() -> str:
    """Name of the county federation for pages in front of the door; the product's own name before there is one."""
    try:
        return root().name
    except NotFound:
        return _("职家")
