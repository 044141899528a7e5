"""Arithmetic of the organisation tree's paths: steps of fixed width, so a subtree is one range of text.

A path is made of steps of four signs, digits before capital letters: '0001' is the county, '00010003' its third
branch. Nothing here asks a database; scope and roll-up elsewhere rest on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

STEP = 4
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Key = TypeVar("Key", bound=Hashable)
Counts = tuple[int, int]


def level(path: str) -> int:
    """1 for the root, 2 for its branches."""
    return len(path) // STEP


def parent_of(path: str) -> str:
    """Path of the node above; '' above the root."""
    return path[:-STEP]


def ancestors(path: str) -> list[str]:
    """Paths of the nodes above, root first, without the node itself."""
    return [path[:end] for end in range(STEP, len(path), STEP)]


def is_within(path: str, top: str) -> bool:
    """Is the node the top itself or below it?"""
    return path.startswith(top)


def prefix_range(path: str) -> tuple[str, str]:
    """(first, after): exactly the node and all below it satisfy first <= path < after, in any collation.

    The end stays within the alphabet of paths. ValueError for a path that has no successor or is no path.
    """
    if not path or len(path) % STEP or not set(path) <= set(ALPHABET):
        raise ValueError(f"not a path: {path!r}")
    kept = path.rstrip(ALPHABET[-1])
    if not kept:
        raise ValueError(f"no path follows {path!r}")
    following = ALPHABET[ALPHABET.index(kept[-1]) + 1]
    return path, (kept[:-1] + following).ljust(len(path), ALPHABET[0])


def child_path(parent: str, number: int) -> str:
    """Path of the `number`th branch (from 1) of a node; '' is above the root."""
    if not 1 <= number < len(ALPHABET) ** STEP:
        raise ValueError(f"no branch {number}")
    step = ""
    while number:
        number, sign = divmod(number, len(ALPHABET))
        step = ALPHABET[sign] + step
    return parent + step.rjust(STEP, ALPHABET[0])


def roll_up(paths: Mapping[Key, str], leaf_values: Mapping[Key, Counts]) -> dict[Key, Counts]:
    """Sum of (top, bottom) over each node and all below it, for every node, in time linear in the nodes.

    Any node may carry a value of its own; nodes without one count (0, 0). A node whose parent is not in `paths`
    (a view that begins lower down) adds to its nearest ancestor there. KeyError for a value without a path.
    """
    sums = {path: [0, 0] for path in paths.values()}
    for key, (top, bottom) in leaf_values.items():
        own = sums[paths[key]]
        own[0] += top
        own[1] += bottom
    by_length: dict[int, list[str]] = defaultdict(list)
    for path in sums:
        by_length[len(path)].append(path)
    for length in sorted(by_length, reverse=True):
        for path in by_length[length]:
            above = parent_of(path)
            while above and above not in sums:
                above = parent_of(above)
            if above:
                sums[above][0] += sums[path][0]
                sums[above][1] += sums[path][1]
    return {key: (sums[path][0], sums[path][1]) for key, path in paths.items()}
