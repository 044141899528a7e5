"""Medians (中位数): values cannot be added up the tree, so the values themselves are gathered and the middle one taken."""

from collections import defaultdict
from collections.abc import Collection, Mapping, MutableMapping, Sequence

from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.rules import Figure, middle_of
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.schemes.indicators import Indicator

Places = Mapping[int, str]


def with_middles(
    found: MutableMapping[tuple[str, int, Window], Figure],
    indicators: Sequence[Indicator],
    top: Organisation,
    came: Collection[int],
    places: Mapping[Window, Places],
) -> None:
    """Turn the figures of indicators that ask for a median into medians. One query for each of them and window."""
    middle = {each.indicator: sides_of(each)["top"] for each in indicators if each.measures.top.median}
    values = {
        (key, window): _values(side, window, top, came, paths)
        for key, side in middle.items()
        for window, paths in places.items()
    }
    for (key, number, window), figure in found.items():
        if key in middle:
            path = places[window].get(number)
            below = values[key, window] if path else {}
            gathered = (value for place, some in below.items() if place.startswith(path or "") for value in some)
            found[key, number, window] = middle_of(figure, tuple(sorted(gathered)))


def _values(
    side: Side, window: Window, top: Organisation, came: Collection[int], paths: Places
) -> Mapping[str, Sequence[int]]:
    """The values by the path of the organisation that each row stood at."""
    every = side.register.model._default_manager
    rows = every.within(str(top.path)) | every.filter(organisation__in=came) if came else every.within(str(top.path))
    by_path: dict[str, list[int]] = defaultdict(list)
    asked = rows.filter(side.condition(window), **{f"{side.measure.median}__isnull": False}).order_by()
    for place, value in asked.values_list("organisation_id", str(side.measure.median)):
        if place in paths:
            by_path[paths[place]].append(value)
    return by_path
