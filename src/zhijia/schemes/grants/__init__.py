"""What a case brings: judged by the conditions of its edition, worked out by its amounts; pure, so that it can be done again."""

from zhijia.schemes.grants.book import book_of
from zhijia.schemes.grants.deciding import Decision, Granted, decide, grants_of

__all__ = ["Decision", "Granted", "book_of", "decide", "grants_of"]
