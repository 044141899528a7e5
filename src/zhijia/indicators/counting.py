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
    asked: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for indicator in catalogue().indicators.values():
        for name, side in sides_of(indicator).items():
            link = _link(side, register)
            if link:
                asked[side.register.key, link].append((indicator, name, side))
    found: dict[str, list[str]] = defaultdict(list)
    for (_, link), sides in asked.items():
        rest = iter(sides)
        while part := list(islice(rest, AT_ONCE)):
            for indicator, name in _holding(part, link, number, window):
                found[indicator.indicator].append(name)
    return [(catalogue().indicators[key], tuple(names)) for key, names in found.items()]


def _link(side: Side, register: Register) -> str:
    """How a counted row leads to the record: by its own number, by the thing counted once; '' when it does not."""
    if not side.measure.distinct:
        return "pk" if side.register.model is register.model else ""
    field = side.register.model._meta.get_field(side.measure.distinct)
    return side.measure.distinct if field.related_model is register.model else ""


def _holding(part: Sequence[Named], link: str, number: int, window: Window) -> list[tuple[Indicator, str]]:
    rows = part[0][2].register.model._default_manager.filter(**{link: number}).order_by()
    counts = rows.aggregate(**{f"n{at}": side.aggregate(window) for at, (_, _, side) in enumerate(part)})
    return [(indicator, name) for at, (indicator, name, _) in enumerate(part) if counts[f"n{at}"]]
