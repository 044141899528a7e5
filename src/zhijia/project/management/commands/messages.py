"""`zhijia messages`: gather the sentences to be translated; `--check` fails while one lacks its English."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandParser
from django.core.management.commands import makemessages
from django.utils.translation import gettext

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.project.command import Command as Base
from zhijia.project.pofile import Entry, entries
from zhijia.project.settings import PACKAGE

LACKING = gettext_noop("英文译文不全：%(count)s条，先看 %(first)s。请运行 make messages 后补译。")
BROKEN = gettext_noop("译文的占位符与原文不一致：%(fault)s")
SHOWN = 10


class Gather(makemessages.Command):
    """Django's extractor; `s` is how the journal marks its sentences.

    No line numbers and no wrapping: both change daily and would make two people's sentences collide.
    """

    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=s", "--sort-by-file", "--no-wrap"]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching", "--sort-by-file", "--no-wrap"]
    msgattrib_options = [*makemessages.Command.msgattrib_options, "--no-wrap"]


def gather(package: Path) -> Path:
    """Bring package/locale/en up to date with the sources; returns the .po file."""
    folder = package / "locale"
    (folder / "en" / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    from contextlib import chdir

    with chdir(package):
        call_command(
            Gather(), locale=["en"], extensions=["html", "txt", "py"], add_location="file", no_obsolete=True, no_wrap=True, verbosity=0,
            ignore_patterns=["static/*", "migrations/*"],
        )  # fmt: skip
    path = folder / "en" / "LC_MESSAGES" / "django.po"
    # The moment of gathering says nothing and differs in every branch.
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith('"POT-Creation-Date')), encoding="utf-8")
    return path


def lacking(package: Path) -> list[Entry]:
    """Sentences of the sources without finished English; the sources themselves are left alone."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "zhijia"
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("static", "__pycache__", "migrations", "*.mo"))
        return [entry for entry in entries(gather(copy)) if not entry.finished]


class Command(Base):
    """The translator's two steps: gather, check."""

    help = "gather the sentences to be translated, or check that none lacks its English"

    def arguments(self, parser: CommandParser) -> None:
        """Gather unless asked to check."""
        parser.add_argument("--check", action="store_true", help="write nothing, fail while a sentence lacks English")

    def work(self, **options: Any) -> list[str]:
        """What was done."""
        if not options["check"]:
            path = gather(PACKAGE)
            missing = [entry for entry in entries(path) if not entry.finished]
            return [gettext("%(file)s：还有%(count)s条没有译文。") % {"file": path.name, "count": len(missing)}]
        missing = lacking(PACKAGE)
        if missing:
            for entry in missing[:SHOWN]:
                self.stderr.write(f"{entry.where}: {entry.source}")
            raise Problem(LACKING, count=len(missing), first=missing[0].where)
        path = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
        check = ["msgfmt", "--check-format", "--output-file=/dev/null", str(path)]
        checked = subprocess.run(check, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
        if checked.returncode:
            raise Problem(BROKEN, fault=checked.stderr.strip().split("\n")[0])
        return [gettext("英文译文齐全。")]
