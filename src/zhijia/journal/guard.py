"""The database's own refusal: rows of a guarded table are neither changed nor deleted, whoever asks.

Guarded are the journal and whatever else is only added to. Emptying a whole table (TRUNCATE, or on SQLite without the
triggers) is left to those who empty a whole database.
"""

from collections.abc import Sequence

TABLE = "journal_entry"


def on(vendor: str, table: str = TABLE) -> Sequence[str]:
    """Statements that set the guard on a table; none for a database we have no guard for."""
    sentence = f"{table.split('_')[0]} is append-only"
    if vendor == "sqlite":
        return tuple(
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            for verb in ("UPDATE", "DELETE")
        )
    if vendor == "postgresql":
        return (
            f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{sentence}'; END $$",
            f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        )
    return ()


def off(vendor: str, table: str = TABLE) -> Sequence[str]:
    """Statements that take the guard away again."""
    if vendor == "sqlite":
        return tuple(f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for verb in ("update", "delete"))
    if vendor == "postgresql":
        return (f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}", f"DROP FUNCTION IF EXISTS {table}_refuse()")
    return ()
