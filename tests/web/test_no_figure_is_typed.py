"""Every page as every role: each number of an indicator is bound to its passport, equals the figure computed afresh,
and its rows are as many as it says. A percentage that is bound to nothing is a fault.

Left out are only the words a person wrote (`data-written`) and the county's own numbers (`data-parameter`). What a
target asks for, its share and its schedule carry the number of the target and are recounted.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from urllib.parse import parse_qs, urlsplit

from django.db.models import Sum
from django.test import Client
from lxml import html as markup

from tests.web.doors import doors
from tests.world import PEOPLE, TODAY, World
from zhijia.bulletins.models import Bulletin
from zhijia.indicators.compile import sides_of
from zhijia.indicators.queries import figure, indicator_of, rows_behind
from zhijia.orgs.models import Organisation
from zhijia.registers.base.window import Window
from zhijia.targets.models import Clause, Target
from zhijia.targets.rules import share_of
from zhijia.targets.schedule import due_share
from zhijia.web.components.figure import figure_text
from zhijia.web.components.value import asked_for, schedule_of
from zhijia.web.templatetags.targets import percent

PERCENT = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
WRITTEN = ("data-written", "data-parameter")
Enter = Callable[[World, str], Client]
Met = tuple[str, int, dt.date, str]
# What else a page may say of a target, each with how it is worked out again.
BOUND: dict[str, Callable[[int], str]] = {
    "data-target": lambda number: asked_for(Target.objects.get(pk=number)),
    "data-clause": lambda number: asked_for(Clause.objects.get(pk=number)),
    "data-schedule": lambda number: schedule_of(Target.objects.get(pk=number)),
    "data-share": lambda number: percent(_share(Target.objects.get(pk=number))),
    "data-due-share": lambda number: percent(due_share(Target.objects.get(pk=number), TODAY)),
}


def pages(client: Client, world: World) -> Iterator[tuple[str, markup.HtmlElement]]:
    """Every page this person may open, parsed."""
    for door in doors():
        answer = client.get(door.url(world))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and answer.content.strip():
            yield door.name, markup.fromstring(answer.content.decode())


def test_every_number_of_an_indicator_is_bound(ordered: World, circular: Bulletin, enter: Enter) -> None:
    """Walk all pages of all nine people; each figure met is recounted once."""
    met: dict[Met, tuple[str, str]] = {}
    names: set[str] = set()
    for person, *_ in PEOPLE:
        client, opened, own = enter(ordered, person), 0, 0
        for name, page in pages(client, ordered):
            opened += 1
            names.add(name)
            for link in page.iter("a"):
                if link.get("data-figure"):
                    own += 1
                    said = (link.get("data-n"), link.text_content().strip())
                    assert met.setdefault(_met(link), said) == said, (person, name)
            _check_targets(name, page)
            loose = [text for text in _unbound(page) if PERCENT.search(text)]
            assert not loose, (person, name, loose[:3])
        assert opened >= 4
        assert own >= 12, "the walk must have met figures"
    assert {"desk", "matrix", "matrix-units", "order", "orders", "bulletin", "plan", "target", "passport"} <= names
    assert any(group for *_, group in met), "the walk must have met a subtotal"
    for one, said in met.items():
        _recounted(one, said)


def test_a_subtotal_opens_its_passport_and_its_rows(ordered: World, enter: Enter) -> None:
    """From the wall chart to the passport of the group, its parts, and exactly the rows that were counted."""
    client = enter(ordered, "chair")
    page = markup.fromstring(client.get("/matrix/").content.decode())
    links = page.xpath("//tr[contains(@class, 'sum')]//a[@data-figure]")
    assert len(links) >= 2
    for link in links:
        card = markup.fromstring(client.get(link.get("href")).content.decode())
        assert card.xpath("//a[@data-figure]")[0].get("data-n") == link.get("data-n")
        assert "镇区组" in card.text_content()
        lists = [one for one in card.xpath("//a/@href") if one.startswith("/register/") and "figure=" in one]
        numbers = link.get("data-n").split("/")
        assert len(lists) == len(numbers)
        for address, number in zip(lists, numbers, strict=True):
            listed = client.get(address).content.decode()
            assert f'data-behind="{number}"' in listed and "两者不一致" not in listed, address


def _met(link: markup.HtmlElement) -> Met:
    """Indicator, organisation, day and group of a figure on a page."""
    asked = urlsplit(link.get("href"))
    words, organisation = parse_qs(asked.query), asked.path.rstrip("/").rsplit("/", 1)[-1]
    day = dt.date.fromisoformat(words["as_of"][0])
    return link.get("data-figure"), int(organisation), day, words.get("group", [""])[0]


def _recounted(met: Met, said: tuple[str, str]) -> None:
    """The figure computed afresh, and its rows counted."""
    key, number, day, group = met
    place, window = Organisation.objects.get(pk=number), Window.year_to(day)
    value = figure(key, place, window, group)
    shown = str(value.top) if value.bottom is None else f"{value.top}/{value.bottom}"
    assert said[0] == shown, met
    assert figure_text(value) in said[1], met
    for name, side in sides_of(indicator_of(key)).items():
        _, rows = rows_behind(key, name, place, window, group)
        counted = rows.aggregate(n=Sum(side.measure.sum))["n"] or 0 if side.measure.sum else rows.count()
        assert counted == (value.top if name == "top" else value.bottom), (met, name)


def _check_targets(name: str, page: markup.HtmlElement) -> None:
    """What a page says of a target is what the target says."""
    for mark, work_out in BOUND.items():
        for node in page.xpath(f"//*[@{mark}]"):
            assert node.text_content().strip() == work_out(int(node.get(mark))), (name, mark)


def _share(target: Target) -> object:
    value = figure(target.indicator, target.organisation, Window.year_to(TODAY)).value
    return share_of(value, Fraction(target.value), target.better)


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
    """Inside a figure or a paper's bound number; beside its figure in one cell; said of a target; written."""
    for one in (node, *node.iterancestors()):
        if one.get("data-figure") or "figure" in (one.get("class") or "").split():
            return True
        if any(one.get(mark) is not None for mark in (*WRITTEN, *BOUND)):
            return True
        if one.tag == "td" and one.xpath(".//a[@data-figure]"):
            return True
    return False
