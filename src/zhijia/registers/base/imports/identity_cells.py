"""Readers of what tells persons and units apart: names, numbers of cards, credit codes, telephones."""

import datetime as dt

from zhijia.kit.cells import plain, says_nothing
from zhijia.kit.identity.credit_code import normalise_credit_code
from zhijia.kit.identity.id_number import read_id
from zhijia.kit.identity.person_name import NameReason, read_person_name
from zhijia.kit.identity.phone import is_phone, normalise_phone
from zhijia.kit.sheet.neutral import FORMULA_STARTS
from zhijia.registers.base.imports.draft import Draft, Reader
from zhijia.registers.base.imports.reasons import ID_CODES
from zhijia.registers.base.imports.wanted import Wanted


def person_reader(wanted: Wanted) -> Reader:
    """The name of a person."""
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        name, reason = read_person_name(cell)
        if reason:
            draft.fault("missing_name" if reason is NameReason.MISSING else "bad_name", key, label=label, text=name)
        draft.values[key] = name

    return read


def name_reader(wanted: Wanted) -> Reader:
    """The name of a unit."""
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        name = "".join(plain(cell).split()) if isinstance(cell, str) and not cell.isascii() else plain(cell)
        if says_nothing(name):
            draft.fault("missing_name", key, label=label)
        elif name.startswith(FORMULA_STARTS):
            draft.fault("bad_name", key, label=label, text=name)
        draft.values[key] = name

    return read


def id_reader(wanted: Wanted, on: dt.date) -> Reader:
    """The number of a resident's card; nobody is born after `on`."""
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


def credit_code_reader(wanted: Wanted) -> Reader:
    """The credit code of a unit."""

    def read(draft: Draft, cell: object) -> None:
        draft.values[wanted.key] = normalise_credit_code(cell)

    return read


def phone_reader(wanted: Wanted, name: str) -> Reader:
    """A telephone, kept under `name`; one that cannot be is left out with a warning."""
    key, label = wanted.key, wanted.sheet.label

    def read(draft: Draft, cell: object) -> None:
        number = normalise_phone(cell)
        if number and not is_phone(number):
            draft.warn("bad_phone", key, label=label, text=number)
        elif number:
            draft.values[name] = number

    return read
