"""zhijia ledger verify | export --out FILE | root: the chain walked, handed out with its checker, or its root told."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext

from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.ledger.export import CHECKER, write_export
from zhijia.ledger.roots import root_of, told_otherwise
from zhijia.ledger.stored import last_line
from zhijia.ledger.verifying import altered
from zhijia.project.command import Command as HouseCommand
from zhijia.web import clock

NO_OUT = gettext_noop("请用 --out 写明导出到哪个文件，例如 --out ledger.jsonl。")
NO_FOLDER = gettext_noop("文件夹“%(folder)s”不存在，请先建好。")
BAD_ROOT = gettext_noop("“%(word)s”看不懂，--root 请写成 2014-06-30=ab12cd34…，至少16位。")
SHOWN = 20


class Command(HouseCommand):
    """Verify, export, root."""

    help = "verify the ledger's chain, export it with its checker, or tell the root of a day"

    def arguments(self, parser: CommandParser) -> None:
        """What to do, and with which file, roots or day."""
        parser.add_argument("do", choices=["verify", "export", "root"])
        parser.add_argument("--out", type=Path, help="export: the file, e.g. ledger.jsonl")
        parser.add_argument("--root", action="append", default=[], help="verify: DAY=DIGITS as printed on a circular")
        parser.add_argument("--day", default="", help="root: of which day (default: today)")

    def work(self, **options: Any) -> Any:
        """What was found, written or told."""
        if options["do"] == "export":
            return self._export(options["out"])
        if options["do"] == "root":
            day = _day(options["day"]) if options["day"] else clock.now().date()
            number, root = root_of(day)
            return {"day": day, "line": number, "root": root}
        roots = dict(_root(word) for word in options["root"])
        faults = []
        for fault in (*altered(), *told_otherwise(roots)):
            faults.append({"line": fault.number, "sentence": fault.problem.sentence(gettext)})
        number, root = last_line()
        return {"lines": number, "root": root, "faults": faults}

    def handle(self, *args: Any, **options: Any) -> None:
        """As every command; an altered ledger makes the exit code 1."""
        self.found = 0
        super().handle(*args, **options)
        if self.found:
            raise SystemExit(1)

    def spoken(self, work: Any, **options: Any) -> Any:
        """Remember how much was found."""
        result = super().spoken(work, **options)
        self.found = len(result.get("faults", ()))
        return result

    def show(self, result: Any) -> None:
        """The first altered line first; one line for the sum."""
        if "faults" not in result:
            self.stdout.write("\t".join(str(value) for value in result.values()))
            return
        for fault in result["faults"][:SHOWN]:
            self.stdout.write(fault["sentence"])
        told = {"lines": result["lines"], "faults": len(result["faults"])}
        self.stdout.write(gettext("账本%(lines)s行，%(faults)s处不符。") % told)

    def _export(self, out: Path | None) -> dict[str, Any]:
        if out is None:
            raise Problem(NO_OUT)
        if not out.resolve().parent.is_dir():
            raise Problem(NO_FOLDER, folder=out.parent)
        now = clock.now()
        rows = write_export(out, now.date())
        record(kind="ledger.exported", by=None, at=now, detail={"rows": rows})
        return {"lines": rows, "file": str(out), "checker": str(out.with_name(CHECKER.name))}


def _root(word: str) -> tuple[dt.date, str]:
    day, _, digits = word.partition("=")
    if not digits:
        raise Problem(BAD_ROOT, word=word)
    return _day(day), digits


def _day(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError as fault:
        raise Problem(BAD_ROOT, word=word) from fault
