"""What every cell of a column goes through: blanks first, then its reader, which remembers what it said before."""

from typing import TYPE_CHECKING, Any, NamedTuple

from zhijia.registers.base.imports.cells import is_blank, reader_of
from zhijia.registers.base.imports.draft import Draft, Reader
from zhijia.registers.base.imports.reasons import Remark
from zhijia.registers.base.imports.wanted import Wanted

if TYPE_CHECKING:
    from zhijia.registers.base.imports.run import Run

REMEMBERED = 50_000


class Said(NamedTuple):
    """What a reader made of one text."""

    values: tuple[tuple[str, Any], ...]
    aside: tuple[tuple[str, Any], ...]
    faults: tuple[Remark, ...]
    warnings: tuple[Remark, ...]


class ColumnReader(NamedTuple):
    """What every cell of a column goes through, and what was said before to texts that repeat (None: private ones)."""

    read: Reader
    known: dict[str, Said] | None


def column_reader(run: "Run", wanted: Wanted) -> ColumnReader:
    """The reader of a column; blank cells come no further unless their own reader names the fault."""
    key, label, required = wanted.key, wanted.sheet.label, wanted.sheet.required
    read = reader_of(run, wanted)
    speaks = key in ("name", "masked_id")

    def look(draft: Draft, cell: object) -> None:
        if speaks or not is_blank(cell):
            read(draft, cell)
        elif required:
            draft.fault("missing_value", key, label=label)

    private = wanted.column is not None and wanted.column.kind == "masked"
    return ColumnReader(look, None) if private else remembering(look)


def remembering(read: Reader) -> ColumnReader:
    """The same reader; what it said to a text it says to the next such text. Columns say the same few things."""
    known: dict[str, Said] = {}

    def look(draft: Draft, cell: object) -> None:
        if type(cell) is not str:
            read(draft, cell)
            return
        said = known.get(cell)
        if said is None:
            if len(known) >= REMEMBERED:
                known.clear()
            once = Draft("", 0, (), ())
            read(once, cell)
            said = known[cell] = Said(
                tuple(once.values.items()), tuple(once.aside.items()), tuple(once.faults), tuple(once.warnings)
            )
        values, aside, faults, warnings = said
        for name, value in values:
            draft.values[name] = value
        for name, value in aside:
            draft.aside[name] = value
        if faults or warnings:
            draft.faults += faults
            draft.warnings += warnings

    return ColumnReader(look, known)
