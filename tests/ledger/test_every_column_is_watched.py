"""Every column of every table of the ledger, changed by SQL one byte at a time: both checkers name the line.

Short: one byte of each column of one row of each table. In full: the first, the middle and
the last byte of every column of every row; any byte between is drawn in test_an_altered_ledger_is_noticed.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.ledger.written import alter, every_kind_written, numbers_named, stored_text
from tests.world import World
from zhijia.ledger.models import Entry
from zhijia.ledger.stored import kinds

FULL = os.environ.get("ZHIJIA_TRIAL") == "full"
DIGITS = b"0123456789"
DATED = ("DateField", "DateTimeField")
FILLED = (1, "x", "2014-01-01", "2014-01-01 00:00:00+00")
MODELS = (Entry, *kinds().values())


@pytest.fixture(autouse=True)
def conditions_hold_again(db: None) -> Iterator[None]:
    """SQLite's switch belongs to the connection, which the tests after this one go on using."""
    yield
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.trial
@pytest.mark.parametrize("model", MODELS, ids=[str(model._meta.model_name) for model in MODELS])
def test_a_changed_byte_of_any_column_is_named(county: World, model: Any) -> None:
    """The number of the line, or the number somebody gave it instead; no column is passed over."""
    every_kind_written(county)
    _unchecked(model)
    assert numbers_named() == ([], [])
    changed = set()
    for line in _lines(model):
        for field in model._meta.concrete_fields:
            for at in _places(model, line, field):
                if _is_named(model, line, field, at):
                    changed.add(field.column)
    assert changed == {field.column for field in model._meta.concrete_fields}


def _lines(model: Any) -> list[Entry]:
    kind = Entry.objects.order_by("-number")
    found = kind if model is Entry else kind.filter(kind=model._meta.model_name)
    return list(found) if FULL else list(found[:1])


def _places(model: Any, line: Entry, field: Any) -> list[int]:
    """The bytes to change: first, middle and last, or the middle one; of a day the last, its month may not bear it."""
    size = len(str(_stored(model, line, field) or "-").encode())
    if FULL:
        return sorted({0, size // 2, size - 1})
    return [size - 1 if field.get_internal_type() in DATED else size // 2]


def _is_named(model: Any, line: Entry, field: Any, at: int) -> bool:
    """Change that byte to the first other one the database takes; False when it takes none."""
    row, key, table = _row(model, line), str(model._meta.pk.column), model._meta.db_table
    for value in _others(_stored(model, line, field), at):
        saved = transaction.savepoint()
        try:
            alter(table, key, row, field.column, value)
        except (DatabaseError, ValueError, OverflowError):
            transaction.savepoint_rollback(saved)
            continue
        house, auditor = numbers_named()
        transaction.savepoint_rollback(saved)
        told = {line.number, value if field.column == "number" and model is Entry else None} - {None}
        assert told & set(house), (table, field.column, value)
        assert told & set(auditor), (table, field.column, value)
        return True
    return False


def _others(stored: object, at: int) -> Iterator[Any]:
    """The value with one byte changed, a digit by a digit where it must be one; a blank filled."""
    if stored in (None, ""):
        yield from FILLED
        return
    text = str(stored).encode()
    for byte in (text[at] ^ 1, *DIGITS):
        changed = text[:at] + bytes([byte]) + text[at + 1 :]
        if changed == text or (connection.vendor != "sqlite" and not changed.isascii() and _broken(changed)):
            continue
        if isinstance(stored, int):
            if changed.lstrip(b"-").isdigit() and int(changed) != stored:
                yield int(changed)
        else:
            yield changed if connection.vendor == "sqlite" else changed.decode()


def _broken(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return True
    return False


def _row(model: Any, line: Entry) -> int:
    return line.number if model is Entry else line.record


def _stored(model: Any, line: Entry, field: Any) -> object:
    dated = field.get_internal_type() in DATED
    return stored_text(model._meta.db_table, str(model._meta.pk.column), _row(model, line), field.column, dated=dated)


def _unchecked(model: Any) -> None:
    """Whoever may write SQL may also drop a table's conditions."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            return
        for name, about in connection.introspection.get_constraints(cursor, model._meta.db_table).items():
            if about["check"]:
                cursor.execute(f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(name)}")
