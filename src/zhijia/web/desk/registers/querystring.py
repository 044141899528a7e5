"""Query strings of filtered pages."""

from collections.abc import Mapping
from urllib.parse import urlencode


def query_of(parts: Mapping[str, object], **changes: object) -> str:
    """The parts with changes, without blanks."""
    return urlencode(
        {name: value for name, value in {**parts, **changes}.items() if value not in ("", None)}, safe=",:"
    )
