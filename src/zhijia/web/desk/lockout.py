"""Too many failed sign-ins: this name from this address waits; a colleague behind the same address does not."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, original: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page a locked-out person sees, with the minutes to wait. Called by axes."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "account/locked.html", {"minutes": minutes}, status=429)


def client_address(request: HttpRequest) -> str:
    """The address of the connection itself; forwarded headers are not believed."""
    return str(request.META.get("REMOTE_ADDR", ""))


def client_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The sign-in name tried: by the library's word `username`, before that by the form's word `login`."""
    tried = (credentials or {}).get("username") or request.POST.get("login")
    return str(tried).strip() if tried else None
