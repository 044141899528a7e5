"""Query strings of filtered pages that are not register lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Kept:
    """The parts of an address; `address` gives it with changes and without blanks."""

    parts: Mapping[str, object]

    def address(self, **changes: object) -> str:
        """The query string."""
        return urlencode({name: value for name, value in {**self.parts, **changes}.items() if value not in ("", None)})
