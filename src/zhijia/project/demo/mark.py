"""The mark of a demo home: only a home that carries it may be wiped and made again."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.orgs.models import Organisation

MARK = "demo.json"
FULL = gettext_noop(
    "数据目录%(home)s里已有“%(county)s”的数据，没有改动。要重做演示县，请加 --again；要另建演示县，请换一个 ZHIJIA_HOME。"
)
NOT_A_DEMO = gettext_noop("数据目录%(home)s里的“%(county)s”不是演示县，不能清空，没有改动。请换一个 ZHIJIA_HOME。")


def make_room(*, again: bool) -> None:
    """An empty, migrated database. Conflict when the home holds a county that is not a demo, or is not to go."""
    call_command("migrate", verbosity=0)
    county = Organisation.objects.filter(depth=1).first()
    if county is None:
        return
    if not mark_file().exists():
        raise Conflict(NOT_A_DEMO if again else FULL, home=settings.ZHIJIA_HOME, county=county)
    if not again:
        raise Conflict(FULL, home=settings.ZHIJIA_HOME, county=county)
    _wipe()
    call_command("migrate", verbosity=0)


def set_mark(made: dict[str, Any]) -> None:
    """Leave the mark, with what was made."""
    mark_file().write_text(json.dumps(made, ensure_ascii=False, indent=1, default=str), encoding="utf-8")


def mark_file() -> Path:
    """Where the mark lies."""
    return Path(settings.ZHIJIA_HOME) / MARK


def _wipe() -> None:
    """Everything of the demo: the database from the ground (the journal lets nobody delete rows), then the mark."""
    mark_file().unlink()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
        return
    connection.close()
    database = Path(str(connection.settings_dict["NAME"]))
    for tail in ("", "-wal", "-shm"):
        Path(f"{database}{tail}").unlink(missing_ok=True)
