"""The figures a circular is made of: county and committee targets of a year with what was reached and what was due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhijia.indicators.queries import figures
from zhijia.indicators.rules import Figure
from zhijia.kit.period import Period, Span, add_years
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import committees
from zhijia.registers.base.register import register_of
from zhijia.registers.base.window import Window
from zhijia.targets.limits import thresholds_on
from zhijia.targets.queries.board import Cell, Unit
from zhijia.targets.queries.cells import cell_of
from zhijia.targets.queries.matrix import targets_by_cell
from zhijia.targets.schedule import column_order

EXPIRING = ("organising.term", "relations.contract")


@dataclass(frozen=True)
class Board:
    """All of it: cells by (organisation, indicator), last year's county figures, what runs out next quarter."""

    county: Organisation
    window: Window
    units: Sequence[Unit]
    tasks: Sequence[str]
    cells: Mapping[tuple[int, str], Cell]
    before: Mapping[str, Figure]
    expiring: Mapping[str, Mapping[int, int]]
    coming: Period

    def of_units(self, key: str) -> list[tuple[Unit, Cell]]:
        """The units that have a target for an indicator, in register order."""
        found = ((unit, self.cells[unit.pk, key]) for unit in self.units)
        return [(unit, cell) for unit, cell in found if cell.goal is not None]


def board_of(county: Organisation, window: Window, only: Sequence[str] = ()) -> Board:
    """Everything a circular needs, or what it needs of some indicators; queries by indicator, not by unit."""
    nodes = list(committees(window.as_of).within(county.path))
    targets = targets_by_cell(window.as_of.year, str(county.path))
    keys = column_order({key for _, key in targets if not only or key in only})
    before = Window.year_to(add_years(window.as_of, -1), window.known_at)
    found = figures(keys, [window, before], [county, *nodes], county)
    limits = thresholds_on(window.as_of)
    cells = {
        (node.pk, key): cell_of(found[key, node.pk, window], targets.get((node.pk, key)), [], window.as_of, limits)
        for node in (county, *nodes)
        for key in keys
    }
    coming = Period.of("quarter", window.as_of).following()
    return Board(
        county=county,
        window=window,
        units=[Unit.of(node) for node in nodes],
        tasks=[key for key in keys if cells[county.pk, key].goal is not None],
        cells=cells,
        before={key: found[key, county.pk, before] for key in keys},
        expiring={key: _expiring(key, coming, county, nodes, window) for key in EXPIRING},
        coming=coming,
    )


def _expiring(
    key: str, coming: Period, county: Organisation, nodes: Sequence[Organisation], window: Window
) -> dict[int, int]:
    """How many rows of a register run out in the coming period, per committee; one query."""
    register = register_of(key)
    wanted = register.asked("expiring_in", Span(coming.start, coming.end), window)
    rows = register.model._default_manager.on(window.as_of, window.known_at).within(str(county.path)).filter(wanted)
    counts = dict.fromkeys((node.pk for node in nodes), 0)
    by_path = {str(node.path): node.pk for node in nodes}
    for path in rows.order_by().values_list("organisation__path", flat=True):
        number = by_path.get(path[: Organisation.steplen * 2])
        if number is not None:
            counts[number] += 1
    return counts
