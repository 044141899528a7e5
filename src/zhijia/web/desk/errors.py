"""Pages for what goes wrong: what happened, where, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zhijia.web.components.frame_parts import head_html
from zhijia.web.desk.gate import seat


def _page(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    if getattr(request, "post", None) is None and hasattr(request, "user"):
        seat(request)  # an address nobody knows never came to the gate
    template = "components/problem.html" if getattr(request, "htmx", False) else "desk/problem.html"
    return render(request, template, {"sentence": sentence, "status": status}, status=status)


def too_much(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: more was sent than a form takes (or the request was not one of ours)."""
    return _page(request, _("提交的内容过大或格式不对，没有保存。请减少内容，长文请改用文件上传。"), 400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a page nobody was meant to open."""
    return _page(request, _("您不能打开这一页，请从左侧菜单进入，或联系县总工会办公室。"), 403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was opened too long ago, or in another session."""
    return _page(request, _("这一页打开太久或已在别处重新登录，内容没有保存。请返回上一页刷新后再提交。"), 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such address, or nothing there for this post."""
    return _page(request, _("没有这一页，或它不在您的管理范围内。请检查地址，或从左侧菜单进入。"), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was saved. Drawn without session or database, which may be what broke."""
    sentence = _("系统出错，本次操作没有保存。请稍后再试；仍不行请告诉管理员出错的时间。")
    shown = {"sentence": sentence, "status": 500, "county": _("职家"), "language": get_language(), "head": head_html()}
    return HttpResponse(render_to_string("desk/broken.html", shown), status=500)
