"""Asking for figures: a handful of grouped queries for the whole tree, then sums up the tree without a query."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.medians import with_middles
from zhijia.indicators.rules import Figure, added, figure_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import roll_up
from zhijia.orgs.groups import members_of
from zhijia.orgs.models import Organisation
from zhijia.orgs.standing import trees_of
from zhijia.registers.base.models import FactQuerySet
from zhijia.registers.base.register import Register
from zhijia.registers.base.standing import stood_under
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.indicators import Indicator

AGGREGATES_PER_QUERY = 60
NOTHING = (0, 0)
NO_INDICATOR = gettext_noop("没有指标“%(key)s”，请在“指标口径”页查看现有指标。")
FigureKey = tuple[str, int, Window]
Identity = tuple[str, str, str, Window]
Counts = dict[Identity, dict[int, int]]


def indicator_of(key: str) -> Indicator:
    """An indicator of the catalogue; NotFound for an unknown key."""
    found = catalogue().indicators.get(key)
    if found is None:
        raise NotFound(NO_INDICATOR, key=key)
    return found


def title_of(key: str) -> str:
    """The title of an indicator; of one that has left the catalogue, the key it was known by."""
    found = catalogue().indicators.get(key)
    return str(found.title) if found else key


def figures(
    keys: Iterable[str], windows: Sequence[Window], organisations: Iterable[Organisation], top: Organisation
) -> Mapping[FigureKey, Figure]:
    """Figures of these indicators for these organisations, each counting its whole subtree.

    `top` bounds what is read: the asker's own organisation or one below. Rows count where their organisation hung on
    the window's day. The number of queries depends on the number of registers, indicators and windows, never on the
    number of organisations.
    """
    wanted = [indicator_of(key) for key in dict.fromkeys(keys)]
    numbers = [organisation.pk for organisation in organisations]
    paths = dict(Organisation.objects.within(top.path).values_list("pk", "path"))
    trees = trees_of({(window.as_of, window.known_at) for window in windows})
    came = {number for tree in trees.values() for number in tree.came(top.pk)}
    counts = _counts(wanted, windows, top, came)
    places = {window: tree.below(top.pk) for window in windows if (tree := trees.get((window.as_of, window.known_at)))}
    found: dict[FigureKey, Figure] = {}
    for indicator in wanted:
        for window in windows:
            own = _pairs(counts, indicator, window)
            stood = places.get(window, paths)
            totals = roll_up(stood, {key: pair for key, pair in own.items() if key in stood})
            for number in numbers:
                above, below = totals.get(number, NOTHING)
                found[indicator.indicator, number, window] = figure_of(indicator, number, window, above, below)
    with_middles(found, wanted, top, came, {window: places.get(window, paths) for window in windows})
    return found


def figure(key: str, organisation: Organisation, window: Window, group: str = "") -> Figure:
    """One figure of one organisation, or of one group of units below it."""
    places = places_of(organisation, window, group)
    found = figures([key], [window], places, organisation)
    own = [found[key, place.pk, window] for place in places]
    return added(own, organisation.pk, group) if group else own[0]


def places_of(organisation: Organisation, window: Window, group: str = "") -> list[Organisation]:
    """The organisation itself, or the units of a group below it as of the window's day; NotFound for no such group."""
    return members_of(organisation, group, window.as_of) if group else [organisation]


def rows_behind(
    key: str, side: str, organisation: Organisation, window: Window, group: str = ""
) -> tuple[Register, FactQuerySet]:
    """The rows that `top` or `bottom` of a figure counted, as a register and a queryset of it.

    Their number is the figure (for a summed field: the sum over them is).
    """
    sides = sides_of(indicator_of(key))
    if side not in sides:
        raise NotFound(NO_INDICATOR, key=f"{key}/{side}")
    register, rows = sides[side].rows(window)
    return register, rows.filter(stood_under(window, *places_of(organisation, window, group)))


def _pairs(counts: Counts, indicator: Indicator, window: Window) -> dict[int, tuple[int, int]]:
    sides = sides_of(indicator)
    tops = counts.get(_identity(sides["top"], window), {})
    bottoms = counts[_identity(sides["bottom"], window)] if "bottom" in sides else {}
    return {key: (tops.get(key, 0), bottoms.get(key, 0)) for key in {*tops, *bottoms}}


def _identity(side: Side, window: Window) -> Identity:
    """Equal for measures that count the same, so that each is counted once."""
    return side.register.key, repr(side.measure), repr(side.bottom) if side.measure.within else "", window


def _counts(
    indicators: Sequence[Indicator], windows: Sequence[Window], top: Organisation, came: Collection[int]
) -> Counts:
    """Own counts of every organisation, per measure and window, with as few passes over the rows as can be."""
    asks: dict[Identity, Side] = {}
    for indicator in indicators:
        for side in sides_of(indicator).values():
            if not side.measure.median:
                asks.update((_identity(side, window), side) for window in windows)
    groups: dict[tuple[str, str, Window | None], list[tuple[Identity, Side]]] = defaultdict(list)
    for identity, side in asks.items():
        # What is asked apart is asked of other rows as of its own day, so each day is a query of its own.
        day = identity[-1] if side.apart_key else None
        groups[side.owner.key, side.apart_key, day].append((identity, side))
    counts: Counts = {}
    for members in groups.values():
        for part in _parts(members):
            counts.update(_count_part(part, top, came))
    return counts


def _count_part(part: list[tuple[Identity, Side]], top: Organisation, came: Collection[int]) -> Counts:
    """One query: a row per organisation, a column per measure and window."""
    side = part[0][1]
    columns = {f"n{index}": one.aggregate(identity[-1]) for index, (identity, one) in enumerate(part)}
    every = side.owner.model._default_manager
    rows = every.within(str(top.path)) | every.filter(organisation__in=came) if came else every.within(str(top.path))
    rows = rows.filter(side.apart(part[0][0][-1]))
    found = list(rows.order_by().values_list("organisation_id").annotate(**columns))
    return {
        identity: {row[0]: row[index] for row in found if row[index] and row[0] is not None}
        for index, (identity, _) in enumerate(part, start=1)
    }


def _parts(asks: list[tuple[Identity, Side]]) -> Iterator[list[tuple[Identity, Side]]]:
    rest = iter(asks)
    while part := list(islice(rest, AGGREGATES_PER_QUERY)):
        yield part
