"""What every command shares: --json, one plain sentence on bad input, an exit code that tells."""

import json
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.project import env

MISUSED = gettext_noop("命令写法不对：%(fault)s。写法见 zhijia %(command)s --help。")
NO_DATABASE = gettext_noop("数据库不能使用：%(fault)s。如果还没有建库，请先运行 zhijia migrate。")


class SentenceParser(CommandParser):
    """Arguments that are refused in one sentence."""

    def error(self, message: str) -> NoReturn:
        """One sentence on standard error, exit code 1; a caller from Python gets Django's CommandError."""
        if not self.called_from_command_line:
            super().error(message)
        command = (self.prog or "").split()[-1]
        sys.stderr.write(Problem(MISUSED, fault=message, command=command).sentence(gettext) + "\n")
        sys.exit(1)


class Command(BaseCommand):
    """A command of the house; a subclass writes `arguments` and `work`."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Django's parser, whose refusals are one sentence."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = SentenceParser
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        """Every command takes --json; the rest is the subclass's."""
        parser.add_argument("--json", action="store_true", help="machine readable output")
        self.arguments(parser)

    def arguments(self, parser: CommandParser) -> None:
        """Arguments of this command."""

    def work(self, **options: Any) -> Any:
        """Do it; return something JSON can hold, which is printed."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Run `work`; a Problem becomes one sentence on standard error and exit code 1."""
        translation.activate(env.text("ZHIJIA_LANGUAGE", "zh-hans"))
        result = self.spoken(self.work, **options)
        if result is None:
            return
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1, default=str))
        else:
            self.show(result)

    def spoken(self, work: Callable[..., Any], **options: Any) -> Any:
        """What `work` returns; what it refuses is said in one sentence and ends the process."""
        try:
            return work(**options)
        except Problem as problem:
            self.refuse(problem)
        except DatabaseError as fault:
            self.refuse(Problem(NO_DATABASE, fault=str(fault).strip().split("\n")[0]))
        except KeyboardInterrupt:
            sys.exit(130)

    def refuse(self, *problems: Problem) -> NoReturn:
        """One sentence a line on standard error, then exit code 1."""
        for problem in problems:
            self.stderr.write(problem.sentence(gettext))
        sys.exit(1)

    def show(self, result: Any) -> None:
        """Print a result for a person; a subclass may do better than lines."""
        for line in result if isinstance(result, list) else [result]:
            self.stdout.write(str(line))

    def progress(self, done: int, total: int, what: str) -> None:
        """One line that grows in place on a terminal, nothing elsewhere."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{what} {done}/{total}", ending="" if done < total else "\n")
            self.stderr.flush()
