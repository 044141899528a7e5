"""A throw-away home and database for one measured run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch_home() -> Iterator[Path]:
    """An empty, migrated home; Django is set up inside it. One per process."""
    home = Path(tempfile.mkdtemp(prefix="zhijia-bench-"))
    os.environ.update(
        ZHIJIA_HOME=str(home), ZHIJIA_TODAY="2014-07-10", DJANGO_SETTINGS_MODULE="zhijia.project.settings"
    )
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)
