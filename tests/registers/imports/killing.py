"""A county in a database of its own, and imports into it that run as processes, so that they can be killed."""

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from django.db import connection

from tests.registers.imports.sheets import write_csv
from zhijia.kit.identity.id_number import make_id

UNION = "海川纺织有限公司工会"
# Loading the product takes longer than an import, so it is loaded once; each command is a process split off from that.
PROGRAM = """
import json, os, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "zhijia.project.settings"
django.setup()
from zhijia.project.cli import main
for line in sys.stdin:
    child = os.fork()
    if not child:
        sys.argv, code = ["zhijia", *json.loads(line)], 0
        os.dup2(os.open(os.devnull, os.O_RDWR), 1)
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        except BaseException as fault:
            print(repr(fault), file=sys.stderr, flush=True)
            code = 70
        os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class County:
    """One empty county with one union; `run` is the command line."""

    def __init__(self, home: Path, url: str) -> None:
        """Migrated and founded by the product's own commands."""
        self.home, self.url = home, url
        self.env = {**os.environ, "ZHIJIA_HOME": str(home), "ZHIJIA_TODAY": "2014-07-10", "DATABASE_URL": url}
        if not url:
            del self.env["DATABASE_URL"]
        command = [sys.executable, "-c", PROGRAM]
        self.server = subprocess.Popen(command, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.run("migrate", "--verbosity", "0")
        self.run("init", "--county", "海川县", "--division", "320924")
        head, row = ["工会编码", "工会名称", "组织类型"], ["320924400001", UNION, "基层工会委员会"]
        committee = ["320924200001", "合德镇工会工作委员会", "镇区工会工作委员会"]
        rows = [[*head, "上级工会"], [*committee, ""], [*row, committee[0]]]
        self.run("import", "unions", str(write_csv(home / "unions.csv", rows)))

    def start(self, *words: str) -> int:
        """Begin a command; the number of its process, which may be killed."""
        assert self.server.stdin is not None
        self.server.stdin.write(json.dumps(words) + "\n")
        self.server.stdin.flush()
        return self._answer()

    def ended(self) -> int:
        """Wait for it: its exit code, or the signal below zero."""
        return self._answer()

    def run(self, *words: str) -> float:
        """A command that must end well; the seconds it took."""
        begun = time.monotonic()
        self.start(*words)
        assert self.ended() == 0, words
        return time.monotonic() - begun

    def close(self) -> None:
        """No more commands."""
        self.server.communicate()

    def _answer(self) -> int:
        assert self.server.stdout is not None
        return int(self.server.stdout.readline())

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
        with closing(County(home, "")) as county:
            yield county
        return
    own = connection.settings_dict
    admin = f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/postgres"
    name = f"kill_{os.getpid()}"
    with psycopg.connect(admin, autocommit=True) as link:
        link.execute(f'CREATE DATABASE "{name}"')
    try:
        with closing(County(home, admin.removesuffix("/postgres") + f"/{name}")) as county:
            yield county
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
