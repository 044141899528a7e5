# ruff: noqa: N999 - the command is called so
"""`zhijia import REGISTER FILE`: the rows of a sheet into a register, by the same engine as the page."""

import json
import tempfile
from pathlib import Path
from typing import IO, Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.orgs.queries import by_code
from zhijia.project.acting import acting_post
from zhijia.project.command import Command as Base
from zhijia.registers.base.imports.direct import import_file, look_at
from zhijia.registers.base.imports.draft import Judged
from zhijia.registers.base.imports.importing import register_key
from zhijia.registers.base.imports.samples import sample_of
from zhijia.registers.base.imports.tally import Tally
from zhijia.registers.base.register import Register, register_of
from zhijia.web import clock

NO_FILE = gettext_noop("没有文件“%(file)s”，或没有读取权限，请核对路径。")
SAMPLES = 200
LEVELS = ("encrypted", "corrupt", "too_large", "unreadable")


class Command(Base):
    """All accepted rows or nothing; --dry-run tells the same and writes nothing."""

    help = "zhijia import REGISTER FILE [--dry-run] [--org CODE] [--as USERNAME] [--json]"

    def arguments(self, parser: CommandParser) -> None:
        """What, from where, in whose name."""
        parser.add_argument("register", help="members, unions, employers, positions, terms, contracts, or a full key")
        parser.add_argument("file", type=Path, help=".xlsx, .xls, .et or .csv")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--org", default="", help="code of the organisation of rows that name none")
        parser.add_argument("--as", dest="username", default="", help="act with the rights of this person")

    def work(self, **options: Any) -> dict[str, Any] | None:
        """The report; with --json it is written row by row, since a county's roster has a million rows."""
        register, file, now = register_of(register_key(options["register"])), options["file"], clock.now()
        by = acting_post(options["username"], now.date()) if options["username"] else None
        default = by_code(options["org"]) if options["org"] else None
        full = by is None or bool(by.may("members.reveal"))
        with tempfile.TemporaryFile("w+", encoding="utf-8") as spool:
            watch = Watch(register, spool, full=full)
            try:
                if not file.is_file():
                    raise NotFound(NO_FILE, file=file)
                act = look_at if options["dry_run"] else import_file
                tally = act(register, file, by=by, at=now, default=default, watch=watch)
            except BadInput as refusal:
                if options["json"]:
                    self.print_json(_level(refusal), Tally(), watch, done=False)
                self.refuse(refusal)
            except OSError as fault:
                raise Problem(NO_FILE, file=file) from fault
            if not options["json"]:
                return tally.as_json()
            self.print_json("ok", tally, watch, done=True)
        return None

    def print_json(self, level: str, tally: Tally, watch: "Watch", *, done: bool) -> None:
        """The report as one JSON object, its rows copied from the spool. A refused file has none."""
        report = tally.as_json()
        head = {
            "file_level": level, "rows_total": report["rows_total"], "accepted": report["accepted"],
            "rejected": report["rejected"], "warnings": report["warnings"], "samples": watch.samples if done else [],
        }  # fmt: skip
        self.stdout.write(json.dumps(head, ensure_ascii=False, default=str)[:-1] + ', "rows": [', ending="")
        watch.spool.seek(0)
        for at, line in enumerate(watch.spool if done else ()):
            self.stdout.write(("," if at else "") + "\n" + line.rstrip("\n"), ending="")
        self.stdout.write("]}")

    def show(self, result: Any) -> None:
        """A few lines for a person."""
        words = {"rows": result["rows_total"], "accepted": result["accepted"]}
        self.stdout.write(gettext("共%(rows)s行，可入库%(accepted)s行。") % words)
        for title, counts in ((gettext("退回"), result["rejected"]), (gettext("提示"), result["warnings"])):
            for code, count in counts.items():
                self.stdout.write(f"{title}\t{code}\t{count}")


class Watch:
    """Spools one line a row, without personal data, and keeps the first accepted rows as samples."""

    def __init__(self, register: Register, spool: IO[str], *, full: bool) -> None:
        """`full`: samples carry whole identity numbers."""
        self.register, self.spool, self.full = register, spool, full
        self.samples: list[dict[str, Any]] = []

    def __call__(self, row: Judged) -> None:
        """One verdict."""
        reasons = [remark.counted_as for remark in row.draft.faults]
        warnings = [] if reasons else [remark.counted_as for remark in row.draft.warnings]
        line = {"sheet": row.sheet, "row": row.number, "outcome": "accepted" if row.accepted else "rejected",
                "reason": reasons[0] if reasons else None, "warnings": warnings}  # fmt: skip
        self.spool.write(json.dumps(line, ensure_ascii=False) + "\n")
        if row.accepted and len(self.samples) < SAMPLES:
            self.samples.append(sample_of(self.register, row.draft, full=self.full))


def _level(refusal: BadInput) -> str:
    return refusal.code if refusal.code in LEVELS else "unreadable"
