"""A telephone in the tests: it keeps what was sent to it, and signs its owner in by the real pages."""

import re
from typing import Any

from django.test import Client

SENT: list[tuple[str, str]] = []


def keep(mobile: str, text: str) -> None:
    """The sender of the tests."""
    SENT.append((mobile, text))


def ask(client: Client, mobile: str) -> Any:
    """Ask for a code."""
    return client.post("/my/enter/", {"mobile": mobile})


def last_code() -> str:
    """The six digits sent last."""
    found = re.search(r"\d{6}", SENT[-1][1])
    assert found is not None
    return found[0]


def come_in(client: Client, mobile: str) -> Any:
    """Sign in with a code; the answer to the code."""
    ask(client, mobile)
    return client.post("/my/enter/code/", {"code": last_code()})
