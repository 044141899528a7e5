"""zhijia export REGISTER [--org CODE] --as USERNAME --out FILE: what a post may see, in the register's sheet."""

import csv
import datetime as dt
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from zhijia.accounts.models import Post
from zhijia.kit.money import format_yuan
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.kit.sheet.neutral import neutralise
from zhijia.kit.sheet.writing import Frame, write_table
from zhijia.project.acting import acting_post
from zhijia.project.command import Command as HouseCommand
from zhijia.registers.base.lookups import organisation_named
from zhijia.registers.base.queries import each_row, narrowed, ordered, rows_for, summary_of
from zhijia.registers.base.register import Column, Register, register_of
from zhijia.registers.base.sheet import allow_export, sheet_columns, sheet_rows
from zhijia.web import clock

NO_POST = gettext_noop("县总工会今天没有可以导出台账的岗位，请用 --as 写明有岗位的用户名。")
BAD_FORM = gettext_noop("不能导出成“%(name)s”，文件名应以 .xlsx 或 .csv 结尾。")
NO_FOLDER = gettext_noop("文件夹“%(folder)s”不存在，请先建好。")
PURPOSE = "zhijia export"


class Command(HouseCommand):
    """Export one register."""

    help = "export a register as .xlsx or .csv"

    def arguments(self, parser: CommandParser) -> None:
        """Register, organisation, person, file."""
        parser.add_argument("register")
        parser.add_argument("--org", default="", help="code of an organisation: only it and what is below")
        parser.add_argument("--as", dest="person", default="", help="sign-in name; default: the county's highest post")
        parser.add_argument("--out", required=True, type=Path, help=".xlsx or .csv")

    def work(self, **options: Any) -> Any:
        """Write the file whole or not at all; masked numbers only."""
        register, out = register_of(options["register"]), options["out"]
        if out.suffix not in (".xlsx", ".csv"):
            raise Problem(BAD_FORM, name=out.name)
        if not out.parent.is_dir():
            raise Problem(NO_FOLDER, folder=out.parent)
        now = clock.now()
        post = acting_post(options["person"], now.date()) if options["person"] else _county_post(now.date())
        under = str(organisation_named(post, options["org"]).path) if options["org"] else ""
        rows = ordered(register, narrowed(register, rows_for(register, post), under=under), "")
        count = summary_of(register, rows).count
        allow_export(register, post=post, at=now, count=count, purpose=PURPOSE, full=False)
        columns = [column for column in register.columns if column.sheet]
        self._write(register, columns, rows, out, post, now.date().isoformat())
        return {"register": register.key, "rows": count, "file": str(out), "as": post.actor_name}

    def show(self, result: Any) -> None:
        """One line."""
        self.stdout.write(f"{result['register']} {result['rows']} → {result['file']}")

    def _write(
        self, register: Register, columns: list[Column], rows: Any, out: Path, post: Post, day: str
    ) -> None:  # fmt: skip
        cells = sheet_rows(columns, each_row(register, rows, columns))
        handle, waiting = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}-")
        os.close(handle)
        try:
            if out.suffix == ".xlsx":
                frame = Frame(reporter=str(post.organisation.name), as_of=day, signed=True)
                write_table(Path(waiting), str(register.label), sheet_columns(register, columns), cells, frame)
            else:
                with Path(waiting).open("w", encoding="utf-8-sig", newline="") as file:
                    writer = csv.writer(file)
                    writer.writerow([str(register.label_of(column)) for column in columns])
                    writer.writerows(
                        [_cell(cell, column) for cell, column in zip(row, columns, strict=True)] for row in cells
                    )
            Path(waiting).replace(out)
        finally:
            Path(waiting).unlink(missing_ok=True)


def _cell(cell: object, column: Column) -> object:
    """Money in yuan, formulas made harmless."""
    if column.kind == "money" and isinstance(cell, int):
        return format_yuan(cell).replace(",", "")
    return neutralise("" if cell is None else cell)


def _county_post(on: dt.date) -> Post:
    """The first post at the county's root that may export; NotFound when nobody holds one."""
    held = Post.objects.on(on).filter(organisation__depth=1).select_related("user", "organisation").order_by("pk")
    found = next((post for post in held if post.may("registers.export")), None)
    if found is None:
        raise NotFound(NO_POST)
    return found
