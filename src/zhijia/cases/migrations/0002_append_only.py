"""The database refuses to change or delete what was done in a case."""

from typing import Any

from django.db import migrations

from zhijia.journal import guard

TABLE = "cases_steprecord"


def set_guard(apps: Any, editor: Any) -> None:
    for statement in guard.on(editor.connection.vendor, TABLE):
        editor.execute(statement)


def lift_guard(apps: Any, editor: Any) -> None:
    for statement in guard.off(editor.connection.vendor, TABLE):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [migrations.RunPython(set_guard, lift_guard)]
