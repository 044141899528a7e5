"""Cells merged downwards: the value stands in the first row and is meant for all of them."""

from __future__ import annotations

from collections import defaultdict

from zhijia.kit.sheet.opening import RawSheet


class Fills:
    """Vertical merges of one sheet, opened and closed while its rows go by in order."""

    def __init__(self, sheet: RawSheet) -> None:
        self._starts: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for top, left, bottom, right in sheet.merges:
            if bottom > top:
                for column in range(left, min(right, left + 64) + 1):
                    self._starts[top].append((column - sheet.first_column, bottom))
        self._open: dict[int, tuple[int, object]] = {}

    def open_at(self, row: int) -> bool:
        """Does a merge begin or run in this row?"""
        return bool(self._open) or row in self._starts

    def fill(self, row: int, cells: list[object]) -> list[object]:
        """The cells with the values of the merges that run through them."""
        for column, (bottom, value) in list(self._open.items()):
            if row > bottom:
                del self._open[column]
            elif 0 <= column < len(cells) - 1 and cells[column] in ("", None):
                cells[column] = value
        for column, bottom in self._starts.get(row, ()):
            if 0 <= column < len(cells) - 1:
                self._open[column] = (bottom, cells[column])
        return cells
