"""What stands around every page: the menu of the post, the county, the day, the language, the reader's type size."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zhijia.accounts.queries import Post
from zhijia.accounts.table import role_label
from zhijia.kit.problem import NotFound
from zhijia.orgs.queries import root
from zhijia.schemes.words import said
from zhijia.web.components.frame_parts import Held, Reader, foot_html, head_html, topbar_html
from zhijia.web.components.menu import menu_html

LARGE_COOKIE = "zhijia_large"


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every template. For somebody at a post it costs no query beyond those of the gate."""
    language = get_language() or settings.LANGUAGE_CODE
    post: Post | None = request.post  # type: ignore[attr-defined]
    county = post.county if post else SimpleLazyObject(_county)  # type: ignore[attr-defined]
    if "X-Panel" in request.headers:
        return {"panel": True, "language": language, "today": request.today, "post": post, "county": county}  # type: ignore[attr-defined]
    large = post.user.large_print if post else _large_print(request)
    return {
        "panel": False,
        "language": language,
        "today": request.today,  # type: ignore[attr-defined]
        "here": request.path,
        "demo": _demo_day(),
        "county": county,
        "large": large,
        "post": post,
        "role_label": said(role_label(post.role)) if post else "",
        "head": head_html(),
        "menu": menu_html(post.role, language, request.path) if post else "",
        "topbar": topbar_html(language, large, reader_of(request)),
        "foot": SimpleLazyObject(lambda: foot_html(language, str(county))),
        "printed": _printed(request, post),
    }


def reader_of(request: HttpRequest) -> Reader:
    """Who reads this page, as the top bar shows it."""
    post, posts = request.post, request.posts  # type: ignore[attr-defined]
    if post is None:
        return Reader(str(request.user)) if request.user.is_authenticated else Reader()
    held = {each.pk: Held(each.pk, str(each.organisation), said(role_label(each.role))) for each in posts}
    return Reader(str(post.user), held[post.pk], tuple(held.values()))


def _large_print(request: HttpRequest) -> bool:
    """Without a post: as kept in the account, else as kept in this browser."""
    if request.user.is_authenticated:
        return request.user.large_print
    return LARGE_COOKIE in request.COOKIES


def _demo_day() -> str:
    return _("演示数据 · 今天按 %(day)s 计") % {"day": settings.TODAY.isoformat()} if settings.TODAY else ""


def _printed(request: HttpRequest, post: Post | None) -> str:
    """Who prints, and when: stands at the foot of paper."""
    moment = f"{request.now:%Y-%m-%d %H:%M}"  # type: ignore[attr-defined]
    return f"{_('打印人')} {post.user} · {moment}" if post else moment


def _county() -> str:
    """Name of the county federation for pages in front of the door; the product's own name before there is one."""
    try:
        return root().name
    except NotFound:
        return _("职家")
