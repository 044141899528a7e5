"""What is computed once for all who may see the same, and kept until something is written (see `last_written`)."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.utils.translation import get_language

from zhijia.targets.queries import last_written
from zhijia.web.desk.gate import DeskRequest

KEPT_SECONDS = 60
T = TypeVar("T")


def kept(request: DeskRequest, name: str, wishes: object, make: Callable[[], T]) -> T:
    """`make`'s answer for this part of the tree, language, day and `wishes`; made anew after anything is written.

    What is kept must not depend on the person: only on the role, the part of the tree, and what was asked for.
    """
    role, top = request.post.role, request.post.path
    mark = f"{role}|{top}|{get_language()}|{wishes}|{request.today}|{last_written()}"
    key = f"{name}:{hashlib.sha256(mark.encode()).hexdigest()}"
    found: T | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT_SECONDS)
    return found
