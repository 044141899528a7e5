"""Fingerprints of counted rows: equal exactly when the same things were counted.

One for each side of a figure; a fixed figure keeps one over its sides, so that the passport and the snapshot of the
same figure can be compared.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.queries import indicator_of
from zhijia.orgs.models import Organisation
from zhijia.orgs.standing import trees_of
from zhijia.registers.base.window import Window


def print_of(register: str, numbers: Iterable[int]) -> str:
    """Fingerprint of one side: the register and the numbers of the rows counted, in whatever order they come."""
    digest = hashlib.sha256(register.encode())
    for number in sorted(numbers):
        digest.update(b"%d," % number)
    return digest.hexdigest()


def print_of_sides(sides: Mapping[str, str]) -> str:
    """Fingerprint of a figure from those of its sides (top, and bottom of a rate)."""
    return hashlib.sha256(",".join(f"{name}:{sides[name]}" for name in sorted(sides)).encode()).hexdigest()


def figure_prints(key: str, window: Window, places: Iterable[Organisation]) -> dict[int, str]:
    """Fingerprint of one indicator for many organisations, by number: two queries at most for the rows of all."""
    paths = _paths(window)
    of_side = {name: _side_prints(side, window, paths) for name, side in sides_of(indicator_of(key)).items()}
    return {
        place.pk: print_of_sides(
            {name: print_of(register, rows.get(paths[place.pk], ())) for name, (register, rows) in of_side.items()}
        )
        for place in places
    }


def _paths(window: Window) -> Mapping[int, str]:
    moment = (window.as_of, window.known_at)
    tree = trees_of([moment]).get(moment)
    return tree.then if tree else dict(Organisation.objects.values_list("pk", "path"))


def _side_prints(side: Side, window: Window, paths: Mapping[int, str]) -> tuple[str, Mapping[str, list[int]]]:
    """The register and the numbers of rows by path; each row is put to its organisation and all above it."""
    register, rows = side.rows(window)
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, place in rows.order_by().values_list("pk", "organisation"):
        path = paths[place]
        for end in range(Organisation.steplen, len(path) + 1, Organisation.steplen):
            numbers[path[:end]].append(number)
    return register.key, numbers
