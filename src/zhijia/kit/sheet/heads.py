"""Finding the head of a table under titles and notes, in one row or in two with merged groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhijia.kit.sheet.columns import Column, heading, headings_in
from zhijia.kit.sheet.opening import Cells, Merge

SEARCHED_ROWS = 40
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Head:
    """`places` gives for each wanted column its index in the row's cells, NOWHERE when the sheet lacks it."""

    first_row: int
    last_row: int
    places: tuple[int, ...]
    unknown: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """How many wanted columns it has."""
        return sum(place != NOWHERE for place in self.places)


def find_head(
    rows: Sequence[tuple[int, Cells]], columns: Sequence[Column], merges: Sequence[Merge], first_column: int
) -> Head | None:
    """The row, or pair of rows, that names most of the columns; the earliest of equals. None below two names."""
    best: Head | None = None
    singles = [match([headings_in(cell) for cell in cells], columns, number, number) for number, cells in rows]
    for at, (number, cells) in enumerate(rows):
        candidates = [singles[at]]
        if at + 1 < len(rows):
            below_number, below = rows[at + 1]
            names = _two_row_names(cells, below, _spans(merges, number, first_column))
            two = match(names, columns, number, below_number)
            if two.found > max(singles[at].found, singles[at + 1].found):
                candidates.append(two)
        for candidate in candidates:
            if best is None or candidate.found > best.found:
                best = candidate
    return best if best and best.found >= min(2, len(columns)) else None


def match(names: Sequence[Sequence[str]], columns: Sequence[Column], first_row: int, last_row: int) -> Head:
    """Places of the columns among cells with possible names each, the likelier name first.

    The first cell wins, unless a later one carries a name that stands earlier among the column's own.
    """
    wanted = {name: at for at, column in reversed(list(enumerate(columns))) for name in column.headings if name}
    places = [NOWHERE] * len(columns)
    unknown: list[str] = []
    for place, options in enumerate(names):
        known = [wanted[name] for name in options if name in wanted]
        free = next((at for at in known if places[at] == NOWHERE), None)
        if free is not None:
            places[free] = place
        elif known and _rank(columns[known[0]], options) < _rank(columns[known[0]], names[places[known[0]]]):
            places[known[0]] = place
        elif not known and any(options):
            unknown.append(next(filter(None, options)))
    return Head(first_row, last_row, tuple(places), tuple(unknown))


def _rank(column: Column, options: Sequence[str]) -> int:
    """How early the best of the names stands among the column's own."""
    own = [heading(name) for name in (column.label, *column.aliases)]
    return min((own.index(name) for name in options if name in own), default=len(own))


def _spans(merges: Sequence[Merge], row: int, first_column: int) -> dict[int, int]:
    """For cells inside a merge that runs to the right in this row: index of the cell that holds the text."""
    return {
        column - first_column: left - first_column
        for top, left, bottom, right in merges
        if top <= row <= bottom and right > left
        for column in range(left + 1, right + 1)
    }


def _two_row_names(upper: Cells, lower: Cells, spans: dict[int, int]) -> list[list[str]]:
    """Possible names of each cell: group and name together, the name, the group where nothing stands below."""
    names: list[list[str]] = []
    group = ""
    for at in range(max(len(upper), len(lower))):
        above = heading(upper[spans.get(at, at)]) if at < len(upper) else ""
        name = heading(lower[at]) if at < len(lower) else ""
        group = above or (group if name else "")
        names.append([group + name, name, "" if name else above])
    return names
