"""zhijia plan extract FILE --year Y: proposes targets from a plan text. Nothing is written."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext

from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.project.command import Command as HouseCommand
from zhijia.targets.actions.plans import check_year
from zhijia.targets.plantext import Proposal, extract, read_plan_file
from zhijia.targets.rules import plain_number

NO_FILE = gettext_noop("没有文件“%(file)s”，请核对路径。")
NO_FILE_READ = gettext_noop("文件“%(file)s”打不开，请检查是否有读取权限。")
A_FOLDER = gettext_noop("“%(file)s”是文件夹，请给出一个 .txt 或 .docx 文件。")
TOO_BIG = gettext_noop("文件“%(file)s”有%(size)s MB，超过%(limit)s MB，请只保留计划正文后再试。")
LIMIT_MB = 4


class Command(HouseCommand):
    """Reads a plan text and prints what it promises."""

    help = "zhijia plan extract FILE --year Y [--json]: propose targets from a plan text (nothing is written)"

    def arguments(self, parser: CommandParser) -> None:
        """What to do, with which file, for which year."""
        parser.add_argument("do", choices=["extract"], help="extract: propose targets")
        parser.add_argument("file", type=Path, help=".txt or .docx")
        parser.add_argument("--year", type=int, required=True, help="the year the text speaks in")

    def work(self, **options: Any) -> Any:
        """The proposals in reading order; Problem for a bad year or a file that cannot be read."""
        year, file = check_year(options["year"]), options["file"]
        found = extract(read_plan_file(_content(file), file.name), year)
        return [proposal.as_json() for proposal in found] if options["json"] else found

    def show(self, result: Any) -> None:
        """One proposal a line: value, due, subject, place in the text."""
        if not result:
            self.stdout.write(gettext("没有认出可以衡量的目标。"))
        for proposal in result:
            self.stdout.write(_line(proposal))


def _content(file: Path) -> bytes:
    """The bytes of the file, its size looked at before it is opened."""
    try:
        if file.is_dir():
            raise Problem(A_FOLDER, file=file)
        size = file.stat().st_size
        if size > LIMIT_MB * 1024 * 1024:
            raise Problem(TOO_BIG, file=file, size=size // 1024 // 1024, limit=LIMIT_MB)
        return file.read_bytes()
    except FileNotFoundError as fault:
        raise NotFound(NO_FILE, file=file) from fault
    except OSError as fault:
        raise Problem(NO_FILE_READ, file=file) from fault


def _line(proposal: Proposal) -> str:
    value = plain_number(Decimal(str(proposal.value)))
    if proposal.value_max is not None:
        value = f"{value}—{plain_number(Decimal(str(proposal.value_max)))}"
    due = proposal.due.isoformat() if proposal.due else "—"
    place = f"{proposal.start}-{proposal.end}"
    return f"{proposal.comparator} {value}{proposal.unit}\t{due}\t{proposal.subject}\t{place}"
