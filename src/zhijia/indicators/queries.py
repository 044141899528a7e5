"""Asking for figures: a handful of grouped queries for the whole tree, then sums up the tree without a query."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db.models import Aggregate

from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.rules import Figure, figure_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.kit.tree import roll_up
from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import FactQuerySet
from zhijia.registers.base.register import Register
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.indicators import Indicator

AGGREGATES_PER_QUERY = 48
NO_INDICATOR = gettext_noop("没有指标“%(key)s”，请在“指标口径”页查看现有指标。")
FigureKey = tuple[str, int, Window]
Ask = tuple[Indicator, str, Window]


def indicator_of(key: str) -> Indicator:
    """An indicator of the catalogue; NotFound for an unknown key."""
    found = catalogue().indicators.get(key)
    if found is None:
        raise NotFound(NO_INDICATOR, key=key)
    return found


def figures(
    keys: Iterable[str], windows: Sequence[Window], organisations: Iterable[Organisation], top: Organisation
) -> Mapping[FigureKey, Figure]:
    """Figures of these indicators for these organisations, each counting its whole subtree.

    `top` bounds what is read: the asker's own organisation or one below. The number of queries depends on the
    number of registers, indicators and windows, never on the number of organisations.
    """
    wanted = [indicator_of(key) for key in dict.fromkeys(keys)]
    asked = list(organisations)
    paths = dict(Organisation.objects.within(top.path).values_list("pk", "path"))
    counts = _counts(wanted, windows, top)
    found: dict[FigureKey, Figure] = {}
    for indicator in wanted:
        for window in windows:
            own = _pairs(counts, indicator, window)
            totals = roll_up(paths, {key: pair for key, pair in own.items() if key in paths})
            for organisation in asked:
                above, below = totals.get(organisation.pk, (0, 0))
                found[indicator.indicator, organisation.pk, window] = figure_of(
                    indicator, organisation.pk, window, above, below
                )
    return found


def figure(key: str, organisation: Organisation, window: Window) -> Figure:
    """One figure of one organisation."""
    return figures([key], [window], [organisation], organisation)[key, organisation.pk, window]


def rows_behind(key: str, side: str, organisation: Organisation, window: Window) -> tuple[Register, FactQuerySet]:
    """The rows that `top` or `bottom` of a figure counted, as a register and a queryset of it.

    Their number is the figure (for a summed field: the sum over them is).
    """
    sides = sides_of(indicator_of(key))
    if side not in sides:
        raise NotFound(NO_INDICATOR, key=f"{key}/{side}")
    register, rows = sides[side].rows(window)
    return register, rows.within(str(organisation.path))


def _pairs(
    counts: Mapping[tuple[str, str, Window], Mapping[int, int]], indicator: Indicator, window: Window
) -> dict[int, tuple[int, int]]:
    tops = counts.get((indicator.indicator, "top", window), {})
    bottoms = counts.get((indicator.indicator, "bottom", window), {})
    return {key: (tops.get(key, 0), bottoms.get(key, 0)) for key in {*tops, *bottoms}}


def _counts(
    indicators: Sequence[Indicator], windows: Sequence[Window], top: Organisation
) -> dict[tuple[str, str, Window], dict[int, int]]:
    """Own counts of every organisation, per measure and window, with as few passes over the rows as can be."""
    groups: dict[tuple[str, str], list[tuple[Ask, Side]]] = defaultdict(list)
    for indicator in indicators:
        for name, side in sides_of(indicator).items():
            for window in windows:
                groups[side.register.key, side.group].append(((indicator, name, window), side))
    counts: dict[tuple[str, str, Window], dict[int, int]] = {}
    for (_, group), asks in groups.items():
        for part in _parts(asks):
            _count_part(part, group, top, counts)
    return counts


def _count_part(
    part: list[tuple[Ask, Side]], group: str, top: Organisation, counts: dict[tuple[str, str, Window], dict[int, int]]
) -> None:
    model = part[0][1].register.model
    shared: dict[tuple[object, ...], str] = {}
    columns: dict[str, Aggregate] = {}
    names: list[tuple[Ask, str]] = []
    for (indicator, side_name, window), side in part:
        same = (repr(side.measure), repr(side.bottom) if side.measure.within else "", window)
        if same not in shared:
            shared[same] = f"n{len(columns)}"
            columns[shared[same]] = side.aggregate(window)
        names.append(((indicator, side_name, window), shared[same]))
    rows = FactQuerySet.within(model._default_manager.all(), str(top.path))  # type: ignore[arg-type]
    results = {row[group]: row for row in rows.order_by().values(group).annotate(**columns)}
    for (indicator, side_name, window), name in names:
        counts[indicator.indicator, side_name, window] = {
            key: row[name] for key, row in results.items() if row[name] and key is not None
        }


def _parts(asks: list[tuple[Ask, Side]]) -> Iterator[list[tuple[Ask, Side]]]:
    rest = iter(asks)
    while part := list(islice(rest, AGGREGATES_PER_QUERY)):
        yield part
