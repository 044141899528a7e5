"""What the database itself refuses, on SQLite and PostgreSQL: changing a line, breaking the chain, moving money that is not there.

Every rule is one condition on the new row (`NEW`), written in the SQL both databases share, so that it stands once.
"""

from collections.abc import Iterator, Sequence

from zhijia.ledger.guard.rules import RULES, Rule

TABLES = (
    "ledger_entry", "ledger_standing", "ledger_revocation", "ledger_fund", "ledger_move", "ledger_batch",
    "ledger_batchstep", "ledger_payment", "ledger_claim", "ledger_outcome", "ledger_release", "ledger_receipt",
)  # fmt: skip
APPEND_ONLY = "ledger is append-only"
VERBS = ("UPDATE", "DELETE")


def on(vendor: str, tables: Sequence[str] = TABLES) -> Sequence[str]:
    """Statements that set the guard on these tables; none for a database we have no guard for.

    A migration names its tables, so that it stays what it was when later ones bring further tables.
    """
    rules = [rule for rule in RULES if rule.table in tables]
    statements = {"sqlite": _sqlite_on, "postgresql": _postgres_on}.get(vendor)
    return tuple(statements(tables, rules)) if statements else ()


def off(vendor: str, tables: Sequence[str] = TABLES) -> Sequence[str]:
    """Statements that take the guard away again."""
    rules = [rule for rule in RULES if rule.table in tables]
    statements = {"sqlite": _sqlite_off, "postgresql": _postgres_off}.get(vendor)
    return tuple(statements(tables, rules)) if statements else ()


def _sqlite_on(tables: Sequence[str], rules: Sequence[Rule]) -> Iterator[str]:
    for table in tables:
        for verb in VERBS:
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
            )
        # INSERT OR REPLACE would delete without the trigger above being asked.
        key = "number" if table == "ledger_entry" else "id"
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} old WHERE old.{key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
        )
    for rule in rules:
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {rule.name} BEFORE INSERT ON {rule.table} "
            f"WHEN {rule.refused} BEGIN SELECT RAISE(ABORT, '{rule.name}'); END"
        )


def _sqlite_off(tables: Sequence[str], rules: Sequence[Rule]) -> Iterator[str]:
    for table in tables:
        for word in ("update", "delete", "replace"):
            yield f"DROP TRIGGER IF EXISTS {table}_no_{word}"
    for rule in rules:
        yield f"DROP TRIGGER IF EXISTS {rule.name}"


def _postgres_on(tables: Sequence[str], rules: Sequence[Rule]) -> Iterator[str]:
    yield _function("ledger_append_only", f"RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = '23000';")
    for table in tables:
        yield f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"
        yield (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()"
        )
    for rule in rules:
        yield _function(rule.name, _refusal(rule) + " RETURN NEW;")
        yield f"DROP TRIGGER IF EXISTS {rule.name} ON {rule.table}"
        yield (f"CREATE TRIGGER {rule.name} BEFORE INSERT ON {rule.table} FOR EACH ROW EXECUTE FUNCTION {rule.name}()")


def _postgres_off(tables: Sequence[str], rules: Sequence[Rule]) -> Iterator[str]:
    for table in tables:
        yield f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"
    if "ledger_entry" in tables:
        yield "DROP FUNCTION IF EXISTS ledger_append_only()"
    for rule in rules:
        yield f"DROP TRIGGER IF EXISTS {rule.name} ON {rule.table}"
        yield f"DROP FUNCTION IF EXISTS {rule.name}()"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _refusal(rule: Rule) -> str:
    return f"IF {rule.refused} THEN RAISE EXCEPTION '{rule.name}' USING ERRCODE = '23000'; END IF;"
