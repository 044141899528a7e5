"""`zhijia serve`: the product behind gunicorn, in this process's place."""

import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from zhijia.cases.editions import changed_editions
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.project.command import Command as Base

BAD_PORT = gettext_noop("端口“%(port)s”应为1到65535之间的整数。")
BAD_WORKERS = gettext_noop("进程数“%(workers)s”应为1到64之间的整数。")
NOT_MIGRATED = gettext_noop("数据库结构还不是最新的（差%(count)s步），请先运行 zhijia migrate。")
NO_STATIC = gettext_noop("页面文件还没有收集，请先运行 zhijia collectstatic --noinput。")


class Command(Base):
    """Serve until stopped."""

    help = "serve the county with gunicorn"

    def arguments(self, parser: CommandParser) -> None:
        """Where and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--workers", default="2")

    def work(self, **options: Any) -> None:
        """Check what must stand, then become gunicorn; the process number stays the same."""
        port, workers = options["port"], options["workers"]
        if not (port.isdecimal() and 1 <= int(port) <= 65535):
            raise Problem(BAD_PORT, port=port)
        if not (workers.isdecimal() and 1 <= int(workers) <= 64):
            raise Problem(BAD_WORKERS, workers=workers)
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            raise Problem(NOT_MIGRATED, count=len(missing))
        for problem in changed_editions():
            raise problem
        if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            raise Problem(NO_STATIC)
        connection.close()
        sys.stdout.flush()
        arguments = [sys.executable, "-m", "gunicorn", "--config", "python:zhijia.project.gunicorn"]
        arguments += ["--bind", f"{options['host']}:{port}", "--workers", workers]
        os.execv(sys.executable, arguments)  # noqa: S606 - our own interpreter, arguments checked above
