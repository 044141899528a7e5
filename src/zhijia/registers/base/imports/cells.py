"""Reading the cells of one column by its kind: each reader puts a value into the draft, or says what is wrong."""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from zhijia.kit.cells import compact, plain, says_nothing
from zhijia.kit.sheet.values import read_date, read_number, read_yes_no
from zhijia.registers.base.forms import PHONES, field_name
from zhijia.registers.base.imports.draft import Draft, Reader
from zhijia.registers.base.imports.identity_cells import (
    credit_code_reader,
    id_reader,
    name_reader,
    person_reader,
    phone_reader,
)
from zhijia.registers.base.imports.wanted import Wanted
from zhijia.registers.base.register import Column
from zhijia.schemes.catalogue import catalogue

if TYPE_CHECKING:
    from zhijia.registers.base.imports.run import Run


def reader_of(run: "Run", wanted: Wanted) -> Reader:
    """The reader of what is not blank."""
    column = wanted.column
    if column is None or column.name in run.importing.aside:
        return _aside(wanted.key)
    if column.kind == "organisation":
        return _nothing
    if column.kind == "link":
        return run.link_reader(wanted)
    if column.codes:
        return _code(wanted, column.codes)
    if column.reveal == "id_number":
        return id_reader(wanted, run.on)
    if column.kind == "date":
        return _date(wanted, run.on if column.name in run.importing.past else None)
    return _plain(wanted, column, person=bool(getattr(run.register.model, "PERSON", False)))


def _plain(wanted: Wanted, column: Column, *, person: bool) -> Reader:
    if column.kind == "number":
        return _number(wanted)
    if column.kind == "flag":
        return _flag(wanted)
    if field_name(column) in PHONES:
        return phone_reader(wanted, field_name(column))
    if column.name == "name":
        return person_reader(wanted) if person else name_reader(wanted)
    if column.name == "uscc":
        return credit_code_reader(wanted)
    return _text(wanted)


def shown(cell: object) -> str:
    """A cell as text for a person and for the workbook that goes back."""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return plain(cell) if isinstance(cell, int | float) else "" if cell is None else str(cell)


def is_blank(cell: object) -> bool:
    """Nothing, blanks, or a sign for nothing (无, —, /)."""
    return cell is None or cell == "" or (isinstance(cell, str) and says_nothing(cell.strip()))


def _nothing(draft: Draft, cell: object) -> None:
    """The organisation is found by the run, which knows the lines above the row."""


def _aside(key: str) -> Reader:
    def read(draft: Draft, cell: object) -> None:
        draft.aside[key] = plain(cell)

    return read


def _date(wanted: Wanted, not_after: dt.date | None) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        reading = read_date(cell, not_after)
        if reading.reason:
            draft.fault("bad_date", key, label=label, text=shown(cell))
        elif reading.value:
            draft.values[key] = reading.value

    return read


def _number(wanted: Wanted) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        number = read_number(cell).value
        if number is None or number != int(number) or not 0 <= number < 10**9:
            draft.fault("bad_number", key, label=label, text=shown(cell))
        else:
            draft.values[key] = int(number)

    return read


def _flag(wanted: Wanted) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        said = read_yes_no(cell)
        if said is None:
            draft.warn("bad_flag", key, label=label, text=shown(cell))
        else:
            draft.values[key] = said

    return read


def _code(wanted: Wanted, codes: str) -> Reader:
    key, label, required = wanted.key, wanted.sheet.label, wanted.sheet.required

    def read(draft: Draft, cell: object) -> None:
        code = words_of(codes).get(compact(cell).lower())
        if code:
            draft.values[key] = code
        elif required:
            draft.fault("bad_code", key, label=label, text=shown(cell))
        else:
            draft.warn("unknown_code", key, label=label, text=shown(cell))

    return read


def _text(wanted: Wanted) -> Reader:
    def read(draft: Draft, cell: object) -> None:
        draft.values[wanted.key] = plain(cell)

    return read


@lru_cache(maxsize=64)
def words_of(codes: str) -> dict[str, str]:
    """Every word that means an entry of a code list, in comparable form: key, key without leading zero, label, alias."""
    found: dict[str, str] = {}
    for key, entry in catalogue().codes[codes].entries.items():
        bare = entry.label.split("（")[0]
        for word in (key, entry.label, *entry.aliases, key.lstrip("0"), bare):
            found.setdefault(compact(word).lower(), key)
    return found
