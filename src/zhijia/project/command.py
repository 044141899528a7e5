"""What every command shares: --json, one plain sentence on bad input, an exit code that tells."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext

from zhijia.kit.problem import Problem


class Command(BaseCommand):
    """A command of the house; a subclass writes `arguments` and `work`."""

    requires_system_checks: list[str] = []

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
        try:
            result = self.work(**options)
        except Problem as problem:
            self.stderr.write(problem.sentence(gettext))
            sys.exit(1)
        if result is None:
            return
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1, default=str))
        else:
            self.show(result)

    def show(self, result: Any) -> None:
        """Print a result for a person; a subclass may do better than lines."""
        for line in result if isinstance(result, list) else [result]:
            self.stdout.write(str(line))

    def progress(self, done: int, total: int, what: str) -> None:
        """One line that grows in place on a terminal, nothing elsewhere."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{what} {done}/{total}", ending="" if done < total else "\n")
            self.stderr.flush()
