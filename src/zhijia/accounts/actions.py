"""What changes about people: accounts given, posts given and ended, passwords reset, one's own settings."""

from zhijia.accounts.models import User


def set_language(*, user: User, language: str) -> None:
    """Keep the language a person reads the pages in."""
    user.language = language
    user.save(update_fields=["language"])


def set_large_print(*, user: User, on: bool) -> None:
    """Keep whether a person reads in large print (长辈版)."""
    user.large_print = on
    user.save(update_fields=["large_print"])
