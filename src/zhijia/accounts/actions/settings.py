"""One's own settings, kept in the account."""

import datetime as dt

from zhijia.accounts.actions.seats import note
from zhijia.accounts.models import User


def set_language(*, user: User, language: str) -> None:
    """Keep the language a person reads the pages in."""
    user.language = language
    user.save(update_fields=["language"])


def set_large_print(*, user: User, on: bool) -> None:
    """Keep whether a person reads in large print (长辈版)."""
    user.large_print = on
    user.save(update_fields=["large_print"])


def saw_desk(*, user: User, at: dt.datetime) -> None:
    """Keep when the person last looked at the desk, so that the next look shows what is new since."""
    User.objects.filter(pk=user.pk).update(last_seen=at)


def keep_own_password(*, user: User, at: dt.datetime) -> None:
    """The person has chosen a password of their own; a one-time password is spent."""
    User.objects.filter(pk=user.pk).update(password_given=False)
    note(user=user, kind="user.own-password", at=at)
