"""Reading the cells of one column by its kind: each reader puts a value into the draft, or says what is wrong."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from zhijia.kit.cells import compact, plain, says_nothing
from zhijia.kit.identity.credit_code import normalise_credit_code
from zhijia.kit.identity.id_number import read_id
from zhijia.kit.identity.person_name import NameReason, read_person_name
from zhijia.kit.identity.phone import is_phone, normalise_phone
from zhijia.kit.sheet.neutral import FORMULA_STARTS
from zhijia.kit.sheet.values import read_date, read_number, read_yes_no
from zhijia.registers.base.forms import PHONES, field_name
from zhijia.registers.base.imports.draft import Draft
from zhijia.registers.base.imports.reasons import ID_CODES, Remark
from zhijia.registers.base.imports.wanted import Wanted
from zhijia.registers.base.register import Column
from zhijia.schemes.catalogue import catalogue

if TYPE_CHECKING:
    from zhijia.registers.base.imports.run import Run

Reader = Callable[[Draft, object], None]
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
    read = _reader_of(run, wanted)
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


def _reader_of(run: "Run", wanted: Wanted) -> Reader:
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
        return _id_number(wanted, run.on)
    if column.kind == "date":
        return _date(wanted, run.on if column.name in run.importing.past else None)
    return _plain(wanted, column, person=bool(getattr(run.register.model, "PERSON", False)))


def _plain(wanted: Wanted, column: Column, *, person: bool) -> Reader:
    if column.kind == "number":
        return _number(wanted)
    if column.kind == "flag":
        return _flag(wanted)
    if field_name(column) in PHONES:
        return _phone(wanted, field_name(column))
    if column.name == "name":
        return _person(wanted) if person else _name(wanted)
    if column.name == "uscc":
        return _credit_code(wanted)
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


def _person(wanted: Wanted) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        name, reason = read_person_name(cell)
        if reason:
            draft.fault("missing_name" if reason is NameReason.MISSING else "bad_name", key, label=label, text=name)
        draft.values[key] = name

    return read


def _name(wanted: Wanted) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        name = "".join(plain(cell).split()) if isinstance(cell, str) and not cell.isascii() else plain(cell)
        if says_nothing(name):
            draft.fault("missing_name", key, label=label)
        elif name.startswith(FORMULA_STARTS):
            draft.fault("bad_name", key, label=label, text=name)
        draft.values[key] = name

    return read


def _id_number(wanted: Wanted, on: dt.date) -> Reader:
    key, today = wanted.key, f"{on:%Y%m%d}"

    def read(draft: Draft, cell: object) -> None:
        reading = read_id(cell)
        if reading.reason:
            draft.fault(ID_CODES[reading.reason], key)
        elif reading.number[6:14] > today:
            draft.fault("bad_id_birthdate", key)
        else:
            draft.values["id_number"] = reading.number
            if reading.widened:
                draft.warn("id_15_to_18", key)

    return read


def _credit_code(wanted: Wanted) -> Reader:
    def read(draft: Draft, cell: object) -> None:
        draft.values[wanted.key] = normalise_credit_code(cell)

    return read


def _phone(wanted: Wanted, name: str) -> Reader:
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        number = normalise_phone(cell)
        if number and not is_phone(number):
            draft.warn("bad_phone", key, label=label, text=number)
        elif number:
            draft.values[name] = number

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
