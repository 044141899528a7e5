"""The database refuses to change or delete lines of the journal."""

from typing import Any

from django.db import migrations

from zhijia.journal import guard


def set_guard(apps: Any, editor: Any) -> None:
    for statement in guard.on(editor.connection.vendor):
        editor.execute(statement)


def lift_guard(apps: Any, editor: Any) -> None:
    for statement in guard.off(editor.connection.vendor):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(set_guard, lift_guard)]
