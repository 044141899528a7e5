"""One byte changed in any row of the ledger is named, by `zhijia ledger verify` and by the auditor's own checker."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.ledger.county import Till
from tests.ledger.written import alter, every_kind_written, numbers_named, stored_text
from tests.world import TODAY, World
from zhijia.ledger.export import CHECKER, exported
from zhijia.ledger.ledger_checker import check
from zhijia.ledger.models import Entry
from zhijia.ledger.roots import root_of
from zhijia.ledger.stored import kinds
from zhijia.ledger.verifying import altered

SHORT = 30
EXAMPLES = 2000 if os.environ.get("ZHIJIA_TRIAL") == "full" else SHORT


@pytest.fixture
def written(county: World) -> Till:
    """At least one row of every kind, the triggers dropped."""
    return every_kind_written(county)


def one_byte_changed(stored: object, at: int, byte: int) -> Any:
    """The stored value with one byte of its text changed; on PostgreSQL only what still is a text."""
    text = str(stored).encode()
    place = at % len(text)
    changed = text[:place] + bytes([byte]) + text[place + 1 :]
    assume(changed != text)
    if isinstance(stored, int):
        assume(changed.lstrip(b"-").isdigit() and int(changed) != stored)
        return int(changed)
    if connection.vendor == "sqlite":
        return changed
    try:
        return changed.decode()
    except UnicodeDecodeError:
        assume(False)


def test_an_untouched_ledger_is_sound(written: Till) -> None:
    """Every kind of row has been written, and neither checker finds anything."""
    assert set(Entry.objects.values_list("kind", flat=True)) == set(kinds())
    assert numbers_named() == ([], [])


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=EXAMPLES == SHORT)
@given(data=st.data())
def test_any_changed_byte_is_named(written: Till, data: st.DataObject) -> None:
    """Any row, any column, any byte: the first line named is that of the row."""
    line = data.draw(st.sampled_from(list(Entry.objects.order_by("number"))))
    model = data.draw(st.sampled_from([Entry, kinds()[line.kind]]))
    number = line.number if model is Entry else line.record
    column = data.draw(st.sampled_from([field.column for field in model._meta.concrete_fields]))
    key, table = str(model._meta.pk.column), model._meta.db_table
    stored = stored_text(table, key, number, column, dated=_dated(model, column))
    assume(stored not in (None, ""))
    value = one_byte_changed(stored, data.draw(st.integers(0, 400)), data.draw(st.integers(1, 255)))
    saved = transaction.savepoint()
    try:
        try:
            alter(table, key, number, column, value)
        except (DatabaseError, ValueError):
            assume(False)
        house, auditor = numbers_named()
    finally:
        transaction.savepoint_rollback(saved)
    if house == [] and _dated(model, column):
        assume(connection.vendor == "sqlite")  # Another way to write the same moment, e.g. another sign between.
    assert house and house[0] == line.number, (table, column, stored, value)
    assert auditor and auditor[0] == line.number, (table, column, stored, value)


def _dated(model: Any, column: str) -> bool:
    field = next(field for field in model._meta.concrete_fields if field.column == column)
    return field.get_internal_type() in ("DateField", "DateTimeField")


def test_a_deleted_row_and_a_deleted_line_are_named(written: Till) -> None:
    """The row by its line, the line by its number."""
    line = Entry.objects.get(kind="revocation")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_revocation")
    assert numbers_named() == ([line.number], [line.number])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE number = %s", [line.number])
    house, auditor = numbers_named()
    assert house[0] == auditor[0] == line.number


def test_a_row_slipped_in_is_named(written: Till) -> None:
    """It has no line."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_release (payment_id, actor, reason, \"on\") "
                       "SELECT MIN(id), 'x', 'y', '2014-07-10' FROM ledger_payment")  # fmt: skip
    assert "没有账行" in str(next(altered()).problem)
    assert "has no line" in check(exported(TODAY), {})[2][0][1]


def test_a_chain_rewritten_whole_differs_from_the_printed_root(written: Till, tmp_path: Path) -> None:
    """Only what was printed can tell; both checkers take it."""
    number, root = root_of(TODAY)
    assert number == Entry.objects.count() and len(root.replace(" ", "")) == 32
    out = StringIO()
    call_command("ledger", "verify", root=[f"{TODAY}={root}"], stdout=out)
    assert "0处不符" in out.getvalue()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE number = %s", [number])
    with pytest.raises(SystemExit):
        call_command("ledger", "verify", root=[f"{TODAY}={root}"], stdout=out)
    assert f"{TODAY}的校验值与公布的" in out.getvalue()


def test_the_auditor_needs_only_the_export(written: Till, tmp_path: Path) -> None:
    """One file and the program beside it, run by a bare Python."""
    out, told = tmp_path / "ledger.jsonl", StringIO()
    call_command("ledger", "export", out=out, stdout=told)
    bare = [sys.executable, "-I", "-S", str(tmp_path / CHECKER.name), str(out)]
    _, root = root_of(TODAY)
    sound = subprocess.run([*bare, "--root", str(TODAY), root], capture_output=True, text=True)
    assert (sound.returncode, sound.stderr) == (0, "") and "0处不符" in sound.stdout
    lines = out.read_text(encoding="utf-8").splitlines()
    at = next(n for n, text in enumerate(lines) if '"amount_fen":100000,' in text and '"kind":"payment"' in text)
    lines[at] = lines[at].replace('"amount_fen":100000', '"amount_fen":100001')
    out.write_text("\n".join(lines), encoding="utf-8")
    caught = subprocess.run(bare, capture_output=True, text=True)
    assert caught.returncode == 1 and f"第{at}行：payment/" in caught.stdout and "money" in caught.stdout
    out.write_text("not json", encoding="utf-8")
    assert subprocess.run(bare, capture_output=True, text=True).returncode == 2


def test_every_column_has_its_class() -> None:
    """Nothing of a row lies outside its digests."""
    for model in kinds().values():
        covered = [column for columns in model.CLASSES.values() for column in columns]
        assert sorted(covered) == sorted(field.attname for field in model._meta.concrete_fields), model


def test_what_the_export_says_of_itself(written: Till) -> None:
    """County, lines and root in the first line."""
    head = json.loads(next(exported(TODAY)))
    assert head["lines"] == Entry.objects.count() and head["county"] == "海川县总工会"


def test_bad_words_at_the_terminal_are_refused_in_one_sentence(capsys: Any, db: None) -> None:
    """No file named, no such folder, a root that cannot be read."""
    for words, told in (({"do": "export"}, "--out"), ({"do": "export", "out": Path("/nowhere/x")}, "不存在"),
                        ({"do": "verify", "root": ["x"]}, "看不懂")):  # fmt: skip
        with pytest.raises(SystemExit):
            call_command("ledger", words.pop("do"), **words)
        assert told in capsys.readouterr().err
