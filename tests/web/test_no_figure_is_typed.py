"""Every page as every role: each number of an indicator is bound to its passport, equals the figure computed afresh,
and its rows, as its reader may list them, are as many as it says. A percentage that is bound to nothing is a fault."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

from django.db.models import Sum
from django.test import Client
from lxml import html as markup

from tests.web.doors import doors
from tests.world import PEOPLE, World
from zhijia.bulletins.models import Bulletin
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figure, indicator_of, rows_behind
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.web.components.figure import figure_text

# A percentage right behind a day is a milestone of the plan template (3月31日25%), written by the county.
PERCENT = re.compile(r"(?<![日\d.])\d+(?:\.\d+)?\s*%")
# Parameters and definitions are written by the county, not counted; a plan's text is somebody's words.
WRITTEN = ("parameters", "indicator", "plan", "plans", "reading", "journal", "order-preview")
# Target values are decisions (each has its clause and confirmer), not figures: those of the plan in tests/bulletins.
PROMISED = {"90%"}
Enter = Callable[[World, str], Client]
Met = tuple[str, int, dt.date]


def pages(client: Client, world: World) -> Iterator[tuple[str, markup.HtmlElement]]:
    """Every page this person may open, parsed."""
    for door in doors():
        answer = client.get(door.url(world))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and answer.content.strip():
            yield door.name, markup.fromstring(answer.content.decode())


def test_every_number_of_an_indicator_is_bound(planned: World, circular: Bulletin, enter: Enter) -> None:
    """Walk all pages of all nine people; each figure met is recounted once."""
    met: dict[Met, tuple[str, str]] = {}
    for person, *_ in PEOPLE:
        client, opened, own = enter(planned, person), 0, 0
        for name, page in pages(client, planned):
            opened += 1
            for link in page.iter("a"):
                if link.get("data-figure"):
                    own += 1
                    said = (link.get("data-n"), link.text_content().strip())
                    assert met.setdefault(_met(link), said) == said, (person, name)
            if name not in WRITTEN:
                loose = [text for text in _unbound(page) if set(PERCENT.findall(text)) - PROMISED]
                assert not loose, (person, name, loose[:3])
        assert opened >= 4
        assert own >= 12, "the walk must have met figures"
    for one, said in met.items():
        _recounted(one, said)


def _met(link: markup.HtmlElement) -> Met:
    """Indicator, organisation and day of a figure on a page."""
    asked = urlsplit(link.get("href"))
    day, organisation = parse_qs(asked.query)["as_of"][0], asked.path.rstrip("/").rsplit("/", 1)[-1]
    return link.get("data-figure"), int(organisation), dt.date.fromisoformat(day)


def _recounted(met: Met, said: tuple[str, str]) -> None:
    """The figure computed afresh, and its rows counted."""
    key, number, day = met
    place, window = Organisation.objects.get(pk=number), Window.year_to(day)
    value = figure(key, place, window)
    shown = str(value.top) if value.bottom is None else f"{value.top}/{value.bottom}"
    assert said[0] == shown, met
    assert figure_text(value) in said[1], met
    for name, side in sides_of(indicator_of(key)).items():
        _, rows = rows_behind(key, name, place, window)
        counted = rows.aggregate(n=Sum(side.measure.sum))["n"] or 0 if side.measure.sum else rows.count()
        assert counted == (value.top if name == "top" else value.bottom), (met, name)


def _unbound(page: markup.HtmlElement) -> Iterator[str]:
    """Text nodes that stand in no figure, no paper's bound number, no written text."""
    for node in page.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "title", "option", "textarea"):
            continue
        if not _is_bound(node) and node.text:
            yield node.text
        parent = node.getparent()
        if node.tail and parent is not None and not _is_bound(parent):
            yield node.tail


def _is_bound(node: markup.HtmlElement) -> bool:
    """Inside a figure or a paper's bound number; beside its figure in one cell; in the subtotal under its figures."""
    for one in (node, *node.iterancestors()):
        kinds = (one.get("class") or "").split()
        if one.get("data-figure") or "figure" in kinds or (one.tag == "tr" and "sum" in kinds):
            return True
        if one.tag == "td" and one.xpath(".//a[@data-figure]"):
            return True
    return False
