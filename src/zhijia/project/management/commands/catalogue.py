"""`zhijia catalogue check | explain KEY | try FILE | schema`: the county's rules as data."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils.translation import gettext, ngettext

from zhijia.indicators.compile import Side, sides_of
from zhijia.indicators.queries import indicator_of
from zhijia.indicators.wording import conditions_of, counted_words
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.project.command import Command as Base
from zhijia.project.command import SentenceParser
from zhijia.project.examples import edition_for_words, expectations_met, rule_words, tried, tried_data, tried_words
from zhijia.project.proof import Proof
from zhijia.project.schema import GRAMMARS, schema_text
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import Catalogue, catalogue
from zhijia.schemes.codes import TRUST_LABELS
from zhijia.web import clock

STALE = gettext_noop("%(file)s 与目录的写法不一致，请运行 make docs。")
SIDES = {"top": gettext_noop("分子"), "bottom": gettext_noop("分母")}


class Command(Base):
    """Nothing is written but schema files."""

    help = "check, explain or describe the catalogue"

    def arguments(self, parser: CommandParser) -> None:
        """One word after the command says what to do."""
        words = "check | explain | try | schema"
        todo = parser.add_subparsers(dest="todo", required=True, metavar=words, parser_class=SentenceParser)
        check = todo.add_parser("check", help="load everything and prove that it fits together")
        explain = todo.add_parser("explain", help="one indicator, procedure or edition in sentences")
        explain.add_argument("key", metavar="KEY")
        example = todo.add_parser(
            "try", help="an example file worked out case by case; fails when one comes out otherwise"
        )
        example.add_argument("file", metavar="FILE")
        schema = todo.add_parser("schema", help="JSON schemas of the catalogue's files")
        schema.add_argument("--out", default="docs/schema", help="folder to write to")
        schema.add_argument("--check", action="store_true", help="write nothing, fail when a file is out of date")
        for one in (check, explain, example, schema):
            one.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="machine readable output")

    def work(self, **options: Any) -> Any:
        """Do what the word says."""
        if options["todo"] == "check":
            return self.proved()
        if options["todo"] == "explain":
            edition = edition_for_words(options["key"])
            return rule_words(edition, clock.today()) if edition else explained(options["key"])
        if options["todo"] == "try":
            return self.tried(Path(options["file"]), plain=options["json"])
        return written(Path(options["out"]), check=options["check"])

    def proved(self) -> dict[str, int]:
        """How many of each; all faults at once, exit 1, when there are any."""
        found = catalogue()
        proof = Proof(found, settings.CATALOGUE_FOLDERS, Window.year_to(clock.today()))
        faults = list(proof.faults())
        if faults:
            self.refuse(*faults)
        lacking = list(proof.untranslated())
        if lacking and not any(any(Path(one).glob("*/*.yaml")) for one in settings.CATALOGUE_FOLDERS[1:]):
            self.refuse(*lacking)
        # A county may leave its own words Chinese; it is told which, and nothing stops.
        for problem in lacking:
            self.stderr.write(problem.sentence(gettext))
        return counted(found)

    def tried(self, path: Path, *, plain: bool) -> Any:
        """The examples, then exit 1 when any came out otherwise than it says."""
        found = tried(path)
        try:
            expectations_met(found)
        except Problem as problem:
            self.show(tried_words(found))
            self.refuse(problem)
        return tried_data(found) if plain else tried_words(found)

    def show(self, result: Any) -> None:
        """Counts on one line each, sentences as they are."""
        lines = [f"{key}\t{value}" for key, value in result.items()] if isinstance(result, dict) else result
        for line in lines:
            self.stdout.write(line)


def counted(found: Catalogue) -> dict[str, int]:
    """Number of entries by kind."""
    return {
        "codes": len(found.codes),
        "parameters": len(found.parameters),
        "indicators": len(found.indicators),
        "roles": len(found.roles.roles),
        "verbs": len(found.roles.verbs),
        "plans": len(found.plans),
        "bulletins": len(found.bulletins),
        "cases": len(found.cases),
        "assessments": len(found.assessments),
        "english": len(found.english),
    }


def explained(key: str) -> list[str]:
    """The definition of an indicator as sentences an officer can read out."""
    indicator = indicator_of(key)
    window = Window.year_to(clock.today())
    return [
        gettext("%(title)s（%(key)s）：%(definition)s") % {
            "title": indicator.title, "key": key, "definition": indicator.definition},
        *[_side_sentence(name, side, window) for name, side in sides_of(indicator).items()],
        gettext("按组织树逐级汇总：分子、分母分别相加，不对百分比求平均。"),
        gettext("依据：%(source)s（%(trust)s）。") % {
            "source": indicator.source, "trust": gettext(TRUST_LABELS[indicator.trust])},
    ]  # fmt: skip


def _side_sentence(name: str, side: Side, window: Window) -> str:
    conditions = conditions_of(side, window)
    words = {
        "side": gettext(SIDES[name]),
        "register": side.register.label,
        "conditions": "；".join(conditions),
        "counted": counted_words(side),
        "number": len(conditions),
    }
    if not conditions:
        return gettext("%(side)s：台账“%(register)s”的全部有效记录，%(counted)s。") % words
    return ngettext(
        "%(side)s：台账“%(register)s”中符合%(number)s个条件（%(conditions)s）的有效记录，%(counted)s。",
        "%(side)s：台账“%(register)s”中同时符合%(number)s个条件（%(conditions)s）的有效记录，%(counted)s。",
        len(conditions),
    ) % words  # fmt: skip


def written(folder: Path, *, check: bool) -> list[str]:
    """Write the schemas (or compare them); Problem names the first file that is out of date."""
    done = []
    for kind in GRAMMARS:
        path, text = folder / f"{kind}.json", schema_text(kind)
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                raise Problem(STALE, file=str(path))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done.append(str(path))
    return done
