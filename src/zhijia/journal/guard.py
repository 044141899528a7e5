"""The database's own refusal: lines of the journal are neither changed nor deleted, whoever asks.

Emptying the whole table (TRUNCATE, or on SQLite without the triggers) is left to those who empty a whole database.
"""

from collections.abc import Sequence

TABLE = "journal_entry"
SENTENCE = "journal is append-only"

_SQLITE_ON = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    for verb in ("UPDATE", "DELETE")
)
_SQLITE_OFF = tuple(f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in ("update", "delete"))
_POSTGRES_ON = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
    f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}",
    f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
)
_POSTGRES_OFF = (f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}", f"DROP FUNCTION IF EXISTS {TABLE}_refuse()")


def on(vendor: str) -> Sequence[str]:
    """Statements that set the guard; none for a database we have no guard for."""
    return {"sqlite": _SQLITE_ON, "postgresql": _POSTGRES_ON}.get(vendor, ())


def off(vendor: str) -> Sequence[str]:
    """Statements that take the guard away again."""
    return {"sqlite": _SQLITE_OFF, "postgresql": _POSTGRES_OFF}.get(vendor, ())
