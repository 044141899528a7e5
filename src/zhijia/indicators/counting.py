"""Which figures count one record: asked from the record's side, with a query per register instead of per indicator."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from zhijia.indicators.compile import Side, sides_of
from zhijia.registers.base.register import Register
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.indicators import Indicator

AT_ONCE = 40
Named = tuple[Indicator, str, Side]


def counted_by(register: Register, number: int, window: Window) -> Sequence[tuple[Indicator, tuple[str, ...]]]:
    """Indicators whose numerator or denominator holds the living record `number` in that window, with the sides."""
    asked: list[Named] = []
    for indicator in catalogue().indicators.values():
        for name, side in sides_of(indicator).items():
            if side.owner is register:
                asked.append((indicator, name, side))
    found: dict[str, list[str]] = defaultdict(list)
    rest = iter(asked)
    while part := list(islice(rest, AT_ONCE)):
        for indicator, name in _holding(part, number, window):
            found[indicator.indicator].append(name)
    return [(catalogue().indicators[key], tuple(names)) for key, names in found.items()]


def _holding(part: Sequence[Named], number: int, window: Window) -> list[tuple[Indicator, str]]:
    rows = part[0][2].owner.model._default_manager.filter(pk=number).order_by()
    counts = rows.aggregate(**{f"n{at}": side.aggregate(window) for at, (_, _, side) in enumerate(part)})
    return [(indicator, name) for at, (indicator, name, _) in enumerate(part) if counts[f"n{at}"]]
