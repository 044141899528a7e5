"""The book at the door: who signed in and out, who was kept waiting, who changed password or one-time codes."""

from importlib import import_module
from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from zhijia.accounts import actions
from zhijia.accounts.queries import User
from zhijia.web import clock


def listen() -> None:
    """Hear the signals of the sign-in libraries; called once at start-up."""
    user_logged_in.connect(came, dispatch_uid="door-in")
    user_logged_out.connect(went, dispatch_uid="door-out")
    user_locked_out.connect(kept_out, dispatch_uid="door-locked")
    password_changed.connect(own_password, dispatch_uid="door-password")
    authenticator_added.connect(codes_on, dispatch_uid="door-codes-on")
    authenticator_removed.connect(codes_off, dispatch_uid="door-codes-off")


def came(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A sign-in; the oldest of too many sessions ends."""
    actions.take_seat(
        user=user, session_key=_key(request), at=clock.now(), limit=settings.SESSIONS_PER_PERSON, end=_end
    )


def went(request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    """A sign-out."""
    if user is not None:
        actions.leave_seat(user=user, session_key=request.session.session_key or "", at=clock.now())


def kept_out(username: str, **kwargs: Any) -> None:
    """A name is locked at an address."""
    actions.note_locked(login=username, at=clock.now())


def own_password(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A password of one's own: every other session has ended with the old one."""
    actions.keep_own_password(user=user, at=clock.now())
    actions.move_seat(user=user, session_key=_key(request), at=clock.now())


def codes_on(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """One-time codes switched on."""
    if authenticator.type == Authenticator.Type.TOTP:
        actions.note(user=user, kind="user.totp-on", at=clock.now())


def codes_off(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """One-time codes switched off."""
    if authenticator.type == Authenticator.Type.TOTP:
        actions.note(user=user, kind="user.totp-off", at=clock.now())


def _key(request: HttpRequest) -> str:
    if not request.session.session_key:
        request.session.save()
    return str(request.session.session_key)


def _end(session_key: str) -> None:
    import_module(settings.SESSION_ENGINE).SessionStore(session_key).delete()
