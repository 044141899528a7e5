"""The database itself refuses to change the bytes of an issued paper."""

from typing import Any

from django.db import migrations

SQLITE = """
CREATE TRIGGER targets_issuedpaper_frozen BEFORE UPDATE ON targets_issuedpaper
BEGIN SELECT RAISE(ABORT, 'an issued paper never changes'); END
"""
POSTGRES = """
CREATE FUNCTION targets_issuedpaper_frozen() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'an issued paper never changes'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER targets_issuedpaper_frozen BEFORE UPDATE ON targets_issuedpaper
FOR EACH ROW EXECUTE FUNCTION targets_issuedpaper_frozen()
"""


def freeze(apps: Any, editor: Any) -> None:
    """Install the trigger of this database."""
    editor.execute(SQLITE if editor.connection.vendor == "sqlite" else POSTGRES)


def thaw(apps: Any, editor: Any) -> None:
    """Take it away again."""
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TRIGGER targets_issuedpaper_frozen")
    else:
        editor.execute("DROP TRIGGER targets_issuedpaper_frozen ON targets_issuedpaper")
        editor.execute("DROP FUNCTION targets_issuedpaper_frozen()")


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("targets", "0001_initial")]
    operations = [migrations.RunPython(freeze, thaw)]
