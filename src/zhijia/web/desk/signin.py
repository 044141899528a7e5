"""Signing in and out: allauth's pages, but only those the house needs; every other of its addresses does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from axes.decorators import axes_dispatch
from django.conf import settings
from django.http import HttpResponseBase
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from zhijia.web.desk.gate import anybody, signed_in

View = Callable[..., HttpResponseBase]


class Door(account.LoginView):
    """The sign-in page, with the door of the outside identity system when the county has one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and name and address of the other door."""
        outside: Any = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect")
        app = outside["APPS"][0] if outside else None
        url = reverse("openid_connect_login", args=[app["provider_id"]]) if app else ""
        return {**super().get_context_data(**kwargs), "outside": {"name": app["name"], "url": url} if app else None}


def own(view: View) -> View:
    """A view of allauth as one of ours, so that marking it leaves the library's own object alone."""

    @wraps(view)
    def opened(*args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(*args, **kwargs)

    return opened


urlpatterns = [
    path("account/login/", anybody(axes_dispatch(Door.as_view())), name="account_login"),
    path("account/logout/", signed_in(require_POST(own(account.logout))), name="account_logout"),
    path("account/inactive/", anybody(own(account.account_inactive)), name="account_inactive"),
    path("account/password/", signed_in(own(account.password_change)), name="account_change_password"),
    path("account/again/", signed_in(own(account.reauthenticate)), name="account_reauthenticate"),
    path("account/code/", anybody(own(mfa.authenticate)), name="mfa_authenticate"),
    path("account/code/again/", signed_in(own(mfa.reauthenticate)), name="mfa_reauthenticate"),
    path("account/totp/", signed_in(own(mfa.index)), name="mfa_index"),
    path("account/totp/on/", signed_in(own(totp.activate_totp)), name="mfa_activate_totp"),
    path("account/totp/off/", signed_in(own(totp.deactivate_totp)), name="mfa_deactivate_totp"),
    path("account/totp/codes/", signed_in(own(codes.view_recovery_codes)), name="mfa_view_recovery_codes"),
    path("account/totp/codes/new/", signed_in(own(codes.generate_recovery_codes)), name="mfa_generate_recovery_codes"),
    path("account/totp/codes/file/", signed_in(own(codes.download_recovery_codes)), name="mfa_download_recovery_codes"),
    # An outside identity system; without one in the settings these answer 404.
    path("account/outside/left/", anybody(own(social.login_cancelled)), name="socialaccount_login_cancelled"),
    path("account/outside/<slug:provider_id>/", anybody(require_POST(own(oidc.login))), name="openid_connect_login"),
    path("account/outside/<slug:provider_id>/back/", anybody(own(oidc.callback)), name="openid_connect_callback"),
]
