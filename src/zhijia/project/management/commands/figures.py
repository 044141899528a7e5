"""`zhijia figures`: computed figures with numerator, denominator and definition, for one organisation or a level."""

import datetime as dt
from typing import Any

from django.core.management.base import CommandParser

from zhijia.indicators.queries import figures, indicator_of
from zhijia.indicators.rules import Figure
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.orgs.kinds import kinds_at, level_of
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import by_code, root, within
from zhijia.project.command import Command as Base
from zhijia.registers.base.window import Window
from zhijia.schemes.catalogue import catalogue
from zhijia.web import clock

BAD_DAY = gettext_noop("日期“%(day)s”写法不对，应如 2014-06-30。")
NO_LEVEL = gettext_noop("没有层级“%(level)s”，可用的层级：%(known)s。")


class Command(Base):
    """Nothing is written."""

    help = "computed figures with top, bottom and definition"

    def arguments(self, parser: CommandParser) -> None:
        """Which figures, of whom, as of when."""
        parser.add_argument("--indicator", action="append", default=[], help="key of an indicator; may be repeated")
        parser.add_argument("--org", default="", help="code of an organisation; the county when left out")
        parser.add_argument("--level", default="", help="all organisations of this level below --org")
        parser.add_argument("--as-of", default="", help="day, e.g. 2014-06-30; today when left out")

    def work(self, **options: Any) -> list[dict[str, Any]]:
        """One entry per indicator and organisation."""
        day = _day(options["as_of"]) if options["as_of"] else clock.today()
        keys = options["indicator"] or list(catalogue().indicators)
        for key in keys:
            indicator_of(key)
        top = by_code(options["org"]) if options["org"] else root()
        asked = _organisations(top, options["level"], day)
        found = figures(keys, [Window.year_to(day)], asked, top)
        names = {node.pk: node for node in asked}
        return [_entry(figure, names[number]) for (_, number, _), figure in found.items()]

    def show(self, result: Any) -> None:
        """A line per figure, columns apart by tabs."""
        for entry in result:
            counted = str(entry["top"]) if entry["bottom"] is None else f"{entry['top']}/{entry['bottom']}"
            value = "—" if entry["value"] is None else f"{entry['value']:.1f}%" if entry["unit"] == "%" else counted
            self.stdout.write("\t".join([entry["organisation"], entry["title"], value, counted, entry["definition"]]))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Problem(BAD_DAY, day=text) from None


def _organisations(top: Organisation, level: str, day: dt.date) -> list[Organisation]:
    if not level:
        return [top]
    known = {level_of(code) for code in catalogue().codes["node-kind"].entries}
    if level not in known:
        raise Problem(NO_LEVEL, level=level, known="、".join(sorted(known)))
    return list(within(str(top.path), day).filter(kind__in=kinds_at(level)))


def _entry(figure: Figure, node: Organisation) -> dict[str, Any]:
    indicator = indicator_of(figure.indicator)
    return {
        "indicator": figure.indicator,
        "title": indicator.title,
        "organisation": str(node),
        "code": node.code,
        "top": figure.top,
        "bottom": figure.bottom,
        "value": None if figure.value is None else float(figure.value),
        "unit": "%" if figure.is_rate else figure.unit,
        "as_of": figure.window.as_of.isoformat(),
        "definition": indicator.definition,
    }
