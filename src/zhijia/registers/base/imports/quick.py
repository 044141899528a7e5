"""Rows of a roster that say nothing new, read at first sight: nine in ten of a large one.

Every text of such a row has been read before by the column's own reader, and nothing was to be remarked; the row as a
whole is weighed by the register's `Swift.whole`. Any other row goes the long way, from its first cell on.
"""

from collections.abc import Sequence
from typing import Any

from zhijia.orgs.models import Organisation
from zhijia.registers.base.bulk import Row, Swift
from zhijia.registers.base.imports.column_readers import REMEMBERED, ColumnReader
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.run import Run

Meaning = tuple[str, Any]
NOTHING: Meaning = ("", None)


class Quick:
    """The columns of one table; those with personal numbers are left to `Swift.whole` as they were written."""

    def __init__(self, run: Run, swift: Swift) -> None:
        """No column yet."""
        self.run, self.swift = run, swift
        self.columns: list[tuple[int, bool, dict[object, Meaning | None], ColumnReader]] = []
        self.private: list[tuple[int, str]] = []

    def add(self, at: int, reader: ColumnReader, reveal: str, *, aside: bool) -> None:
        """One more column of the sheet; `reveal` is the name of its number when it is private."""
        if reader.known is None:
            self.private.append((at, reveal))
        else:
            self.columns.append((at, aside, {}, reader))

    def draft(
        self, sheet: str, number: int, keys: Sequence[str], cells: Sequence[object], node: Organisation
    ) -> Draft | None:
        """The row, ready to be written, or None."""
        values: dict[str, Any] = {"organisation": node}
        more: dict[str, Any] = {}
        for at, aside, means, reader in self.columns:
            cell = cells[at]
            if cell not in means:
                self._learn(means, reader, cell)
            meaning = means[cell]
            if meaning is None:
                return None
            name, value = meaning
            if name:
                (more if aside else values)[name] = value
        for at, name in self.private:
            cell = cells[at]
            if type(cell) is not str:
                return None
            if cell:
                values[name] = cell
        values["since"] = values.get(self.run.register.begins) or self.run.on
        columns = self.swift.whole(values, more)
        if columns is None:
            return None
        if self.run.batch is not None:
            columns["batch"] = self.run.batch
        return Draft(sheet, number, keys, cells, values, more, row=Row(columns, columns["name"], values=values))

    def _learn(self, means: dict[object, Meaning | None], reader: ColumnReader, cell: object) -> None:
        """Ask the reader about a text met for the first time. Numbers and dates are few in a clean roster."""
        if len(means) >= REMEMBERED:
            means.clear()
        if type(cell) is not str:
            means[cell] = None
            return
        once = Draft("", 0, (), ())
        reader.read(once, cell)
        said = [*once.values.items(), *once.aside.items()]
        plain = len(said) < 2 and not once.faults and not once.warnings
        plain = plain and all(self.swift.fits(name, value) for name, value in once.values.items())
        means[cell] = (said[0] if said else NOTHING) if plain else None
