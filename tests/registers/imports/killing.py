"""A county in a database of its own, and imports into it that run as processes, so that they can be killed."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connection

from tests.registers.imports.sheets import write_csv
from zhijia.kit.identity.id_number import make_id

UNION = "海川纺织有限公司工会"
# Loading the product takes longer than the import itself; the clock of a kill starts when it is loaded.
PROGRAM = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "zhijia.project.settings"
django.setup()
print("ready", flush=True)
from zhijia.project.cli import main
main()
"""


class County:
    """One empty county with one union; `run` is the command line."""

    def __init__(self, home: Path, url: str) -> None:
        """Migrated and founded by the product's own commands."""
        self.home, self.url = home, url
        self.env = {**os.environ, "ZHIJIA_HOME": str(home), "ZHIJIA_TODAY": "2014-07-10", "DATABASE_URL": url}
        if not url:
            del self.env["DATABASE_URL"]
        self.run("migrate", "--verbosity", "0")
        self.run("init", "--county", "海川县", "--division", "320924")
        head, row = ["工会编码", "工会名称", "组织类型"], ["320924400001", UNION, "基层工会委员会"]
        committee = ["320924200001", "合德镇工会工作委员会", "镇区工会工作委员会"]
        rows = [[*head, "上级工会"], [*committee, ""], [*row, committee[0]]]
        self.run("import", "unions", str(write_csv(home / "unions.csv", rows)))

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A command as a process that may be killed; it has loaded everything and begins when this returns."""
        command = [sys.executable, "-c", PROGRAM, *words]
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        return process

    def run(self, *words: str) -> float:
        """A command that must end well; the seconds it took once it was loaded."""
        process, begun = self.start(*words), time.monotonic()
        _, said = process.communicate()
        assert process.returncode == 0, said.decode()[-800:]
        return time.monotonic() - begun

    def ask(self, sql: str) -> int:
        """One number, by a connection of its own."""
        if self.url:
            with psycopg.connect(self.url) as link:
                return int(link.execute(sql).fetchone()[0])  # type: ignore[index]
        link = sqlite3.connect(self.home / "zhijia.sqlite3", timeout=30)
        try:
            return int(link.execute(sql).fetchone()[0])
        finally:
            link.close()


@contextmanager
def county_of_its_own(home: Path) -> Iterator[County]:
    """On the database the tests run on: a new file, or a new database of the same cluster."""
    if connection.vendor == "sqlite":
        yield County(home, "")
        return
    own = connection.settings_dict
    admin = f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/postgres"
    name = f"kill_{os.getpid()}"
    with psycopg.connect(admin, autocommit=True) as link:
        link.execute(f'CREATE DATABASE "{name}"')
    try:
        yield County(home, admin.removesuffix("/postgres") + f"/{name}")
    finally:
        with psycopg.connect(admin, autocommit=True) as link:
            link.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def roster(path: Path, point: int, count: int) -> Path:
    """`count` persons nobody else has."""
    rows = [["姓名", "身份证号", "所在单位", "入会日期", "联系电话"]]
    for at in range(count):
        number = make_id(f"{320100 + point:06d}", dt.date(1960, 1, 1) + dt.timedelta(days=at // 400), at % 400, "male")
        rows.append([f"王{'建国秀英志'[at % 5]}", number, UNION, "2013-05-06", f"138{at:08d}"])
    return write_csv(path, rows)
