"""Sign-in rules of the house: nobody signs up; an administrator gives accounts and posts and links outside identities."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """No open sign-up; after a change of password back to work."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are given, never taken."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """The desk."""
        return reverse("desk")


class SocialAdapter(DefaultSocialAccountAdapter):
    """An outside identity opens the account an administrator linked it to; it never makes one, never by name."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Accounts are given, never taken."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """An identity nobody linked is turned away with a sentence."""
        if not sociallogin.is_existing:
            page = render(request, "socialaccount/authentication_error.html", {"unlinked": True}, status=403)
            raise ImmediateHttpResponse(page)
