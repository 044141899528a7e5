"""Indexes of a table stand aside while a large sheet goes in, and are built anew by sorting: half the work on SQLite.

Both happen inside the import's own transaction, so whoever reads meanwhile reads by the old indexes, and a run that is
killed has changed none. PostgreSQL would keep readers out for as long; there the indexes stay.
"""

from __future__ import annotations

from django.db import connection, models

WORTH_IT = 5000


def outweighs(brought: int, held: int) -> bool:
    """Is what was brought so much that the whole table is no longer the larger part?"""
    return brought >= max(WORTH_IT, held)


class StandingAside:
    """The indexes of one table during one run."""

    def __init__(self, model: type[models.Model]) -> None:
        """Counts what the table holds, unless its database keeps the indexes anyway."""
        self.table, self.made = model._meta.db_table, list[str]()
        self.possible = connection.vendor == "sqlite"
        self.held = model._default_manager.count() if self.possible else 0

    def drop_for(self, brought: int) -> None:
        """Drop them once the sheet outweighs the table."""
        if not self.possible or self.made or not outweighs(brought, self.held):
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
                [self.table],
            )
            found = cursor.fetchall()
            for name, _ in found:
                cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        self.made = [sql for _, sql in found]

    def make_again(self) -> None:
        """As they were, word for word; IntegrityError when something stands there twice."""
        with connection.cursor() as cursor:
            for sql in self.made:
                cursor.execute(sql)
        self.made = []
