"""Registers that are views of the database: computed from other registers, so nobody can write what those do not know.

A view is taken away before migrations and made anew after them: SQLite rebuilds tables by renaming them, which a view
that reads them forbids, and PostgreSQL refuses to change a column that a view reads.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

MOMENTS = {"postgresql": "timestamp with time zone", "sqlite": "text"}


@dataclass(frozen=True)
class DerivedTable:
    """One view: its name, the table it reads, and the statement that makes it (`{moment}`: the type of a moment)."""

    name: str
    table: str
    statement: str

    def keep(self, sender: Any) -> None:
        """See to it that the view is away during migrations of `sender` and there after them."""
        pre_migrate.connect(self.take_away, sender=sender, dispatch_uid=f"{self.name}-away", weak=False)
        post_migrate.connect(self.make, sender=sender, dispatch_uid=f"{self.name}-made", weak=False)

    def take_away(self, using: str = "default", **kwargs: Any) -> None:
        """Before migrations."""
        with connections[using].cursor() as cursor:
            cursor.execute(f"DROP VIEW IF EXISTS {self.name}")

    def make(self, using: str = "default", **kwargs: Any) -> None:
        """After migrations, when the table it reads is there."""
        connection = connections[using]
        with connection.cursor() as cursor:
            cursor.execute(f"DROP VIEW IF EXISTS {self.name}")
            if self.table in connection.introspection.table_names(cursor):
                cursor.execute(self.statement.format(moment=MOMENTS.get(connection.vendor, "timestamp")))
