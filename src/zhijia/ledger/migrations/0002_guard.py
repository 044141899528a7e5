"""The database keeps the rules of the ledger: nothing is changed, the chain holds, no money that is not there."""

from typing import Any

from django.db import migrations

from zhijia.ledger import guard


TABLES = (
    "ledger_entry", "ledger_standing", "ledger_revocation", "ledger_fund", "ledger_move", "ledger_batch",
    "ledger_batchstep", "ledger_payment", "ledger_claim", "ledger_outcome", "ledger_release", "ledger_receipt",
)  # fmt: skip


def set_guard(apps: Any, editor: Any) -> None:
    for statement in guard.on(editor.connection.vendor, TABLES):
        editor.execute(statement, params=None)


def lift_guard(apps: Any, editor: Any) -> None:
    for statement in guard.off(editor.connection.vendor, TABLES):
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [migrations.RunPython(set_guard, lift_guard)]
