"""While millions of short-lived rows go by, Python's search for rings of garbage costs a quarter and finds nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 200_000


@contextmanager
def unhurried() -> Iterator[None]:
    """Search seldom inside the block; what rings there are is still found, so memory stays flat."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
