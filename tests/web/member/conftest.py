"""The tests' own telephone instead of a gateway."""

from typing import Any

import pytest

from tests.web.member import phone


@pytest.fixture(autouse=True)
def telephone(settings: Any) -> None:
    """Codes are kept where the test can read them."""
    phone.SENT.clear()
    settings.CODE_SENDER = "tests.web.member.phone.keep"
