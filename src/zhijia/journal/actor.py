"""Who acts, as the journal sees it."""

from typing import Protocol


class Actor(Protocol):
    """Whoever acts: a post, seen from below (the journal knows no posts)."""

    @property
    def pk(self) -> int:
        """Number of the post."""

    @property
    def actor_name(self) -> str:
        """Person and post in words, as printed in the journal."""
