"""Pages for what goes wrong: what happened, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _page(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "desk/problem.html", {"sentence": sentence, "status": status}, status=status)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a page nobody was meant to open."""
    return _page(request, _("您不能打开这一页，请从左侧菜单进入，或联系县总工会办公室。"), 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such address, or nothing there for this post."""
    return _page(request, _("没有这一页，或它不在您的管理范围内。请检查地址，或从左侧菜单进入。"), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was saved."""
    return _page(request, _("系统出错，本次操作没有保存。请稍后再试；仍不行请告诉管理员出错的时间。"), 500)
