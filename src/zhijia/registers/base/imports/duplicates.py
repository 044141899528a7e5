"""Things named twice: in the file, where the first occurrence wins, and against the register; few queries."""

from __future__ import annotations

from array import array
from collections.abc import Container, Sequence
from typing import Any

from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.importing import Importing
from zhijia.registers.base.indexes import outweighs
from zhijia.registers.base.inserting import Columns
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.register import Register

SHELVES = 1 << 16
Key = tuple[Any, ...]


class FirstSeen:
    """Where each thing of a file stood first. Sixteen bytes a thing, so that a million rows stay small."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._shelves: dict[int, tuple[array[int], array[int]]] = {}

    def place(self, key: Key) -> int | None:
        """The place given when it came first, or None."""
        mark = hash(key)
        marks, places = self._shelves.get(mark % SHELVES, _EMPTY)
        return places[marks.index(mark)] if mark in marks else None

    def __contains__(self, key: object) -> bool:
        """Was it put?"""
        return isinstance(key, tuple) and self.place(key) is not None

    def put(self, key: Key, place: int) -> int | None:
        """The place given before; when there is none, remember this one."""
        mark = hash(key)
        shelf = self._shelves.get(mark % SHELVES)
        if shelf is None:
            self._shelves[mark % SHELVES] = array("q", (mark,)), array("q", (place,))
            return None
        marks, places = shelf
        if mark in marks:
            return places[marks.index(mark)]
        marks.append(mark)
        places.append(place)
        return None


_EMPTY: tuple[array[int], array[int]] = (array("q"), array("q"))


class Duplicates:
    """The identities of one file, held against each other and against the register."""

    def __init__(self, register: Register, importing: Importing) -> None:
        """One look at how much the register holds."""
        self.importing = importing
        self.rows = register.model._default_manager.filter(LIVING, importing.held).order_by()
        self.keys = [(tuple(names), _column(register, names), FirstSeen()) for names in importing.keys(register)]
        self.held, self.asked = self.rows.count(), 0
        self.stored: dict[tuple[str, ...], FirstSeen] = {}
        self.sheets: list[str] = []

    def mark(self, drafts: Sequence[Draft]) -> None:
        """Give a fault to each draft (without one so far) that names a thing again."""
        for names, column, seen in self.keys:
            fresh = [
                (draft, key)
                for draft in drafts
                if draft.row is not None
                and not draft.faults
                and self.importing.is_held(draft.row.columns)
                and (key := _key(draft.row.columns, names)) is not None
            ]
            stored = self._stored(names, [key for _, key in fresh])
            for draft, key in fresh:
                first = None if key in stored else seen.put(key, self._place(draft))
                if key in stored:
                    draft.fault("duplicate_existing", column)
                elif first is not None:
                    draft.fault("duplicate_in_file", column, place=self._words(draft, first))

    def _stored(self, names: tuple[str, ...], keys: Sequence[Key]) -> Container[Key]:
        """Those the register holds already. A sheet that outweighs the register asks for all of it, once."""
        if not keys or not self.held:
            return ()
        if names in self.stored:
            return self.stored[names]
        self.asked += len(keys)
        if outweighs(self.asked, self.held):
            known = self.stored[names] = FirstSeen()
            for key in self.rows.values_list(*names).iterator(chunk_size=5000):
                known.put(key, 0)
            return known
        found = self.rows.filter(**{f"{names[0]}__in": {key[0] for key in keys}})
        return set(found.values_list(*names))

    def _place(self, draft: Draft) -> int:
        """Sheet and row as one number."""
        if not self.sheets or self.sheets[-1] != draft.sheet:
            self.sheets.append(draft.sheet)
        return (len(self.sheets) - 1) << 32 | draft.number

    def _words(self, draft: Draft, place: int) -> str:
        sheet, number = self.sheets[place >> 32], place & 0xFFFFFFFF
        return f"第{number}行" if sheet == draft.sheet else f"“{sheet}”第{number}行"


def _key(columns: Columns, names: Sequence[str]) -> Key | None:
    key = tuple([columns[name] for name in names])
    return None if "" in key or None in key else key


def _column(register: Register, names: Sequence[str]) -> str:
    """The column of the sheet in which the identity stands."""
    name = {"id_digest": "masked_id"}.get(names[0], names[0].removesuffix("_id"))
    return name if any(column.name == name for column in register.columns) else ""
