"""Every page as every role: each number of an indicator is bound to its passport, equals the figure computed afresh,
and its rows are as many as it says. A percentage, a count or a bare number that is bound to nothing is a fault.

What a target asks for, its share and its schedule carry the number of the target and are recounted. Everything else
says where it comes from: words a person wrote (`data-written`), the county's own numbers (`data-parameter`), how many
rows a list has (`data-rows`, recounted on lists), points of a score sheet, whose lines say why (`data-sheet`), facts of
records and what rules say of them (`data-fact`), places in an order such as pages and ranks (`data-order`), papers,
whose checker wants every number bound (`data-paper`).
A percentage is let pass only by written words, parameters and score sheets.
"""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db.models import Sum
from django.template.backends.django import Template
from django.test import Client
from lxml import html as markup

from tests.web.numbers import OF_A_TARGET, loose, pages
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

A_PAGE, NUMBER = 25, re.compile(r"\d+")
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


def test_every_number_of_an_indicator_is_bound(ordered: World, circular: Bulletin, enter: Enter) -> None:
    """Walk all pages of all nine people; each figure met is recounted once."""
    met: dict[Met, tuple[str, str]] = {}
    names: set[str] = set()
    for person, *_ in PEOPLE:
        client, opened, own = enter(ordered, person), 0, 0
        for name, page in pages(client, ordered, person):
            opened += 1
            names.add(name)
            for link in page.iter("a"):
                if link.get("data-figure"):
                    own += 1
                    said = (link.get("data-n"), link.text_content().strip())
                    assert met.setdefault(_met(link), said) == said, (person, name)
            _check_targets(name, page)
            _check_rows(name, page)
            assert not (found := list(loose(page))), (person, name, found[:3])
        assert opened >= 4
        assert own >= 12, "the walk must have met figures"
    assert {"desk", "matrix", "matrix-units", "order", "orders", "bulletin", "plan", "target", "passport"} <= names
    assert any(group for *_, group in met), "the walk must have met a subtotal"
    for one, said in met.items():
        _recounted(one, said)


TYPED = (
    "369",
    "<td>38,000</td>",
    "<p>全县共有基层工会369家</p>",
    "<b>12</b>/15",
    "<span>建会率 92%</span>",
    "<li>会员 1835 人</li>",
)


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_typed_by_hand_is_noticed(typed: str, county: World, enter: Enter, monkeypatch: object) -> None:
    """The same walk over a page into whose template somebody wrote a number."""
    honest = Template.render

    def render(self: Template, *given: object, **named: object) -> str:
        return honest(self, *given, **named).replace("</main>", f"<div>{typed}</div></main>")

    monkeypatch.setattr(Template, "render", render)  # type: ignore[attr-defined]
    page = markup.fromstring(enter(county, "chair").get("/organisations/").content.decode())
    assert list(loose(page)), typed
    monkeypatch.undo()  # type: ignore[attr-defined]
    page = markup.fromstring(enter(county, "chair").get("/organisations/").content.decode())
    assert not list(loose(page))


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
    assert set(BOUND) == set(OF_A_TARGET)
    for mark, work_out in BOUND.items():
        for node in page.xpath(f"//*[@{mark}]"):
            assert node.text_content().strip() == work_out(int(node.get(mark))), (name, mark)


def _check_rows(name: str, page: markup.HtmlElement) -> None:
    """A list has as many rows as it says, or as many as its page holds."""
    for listed in page.xpath("//*[@data-list][.//tbody]"):
        said = listed.xpath("string(.//*[contains(@class, 'card-body') and @data-rows])")
        counted = int(NUMBER.search(said)[0])  # type: ignore[index]
        assert min(counted, A_PAGE) == len(listed.xpath(".//tbody/tr")), name


def _share(target: Target) -> object:
    value = figure(target.indicator, target.organisation, Window.year_to(TODAY)).value
    return share_of(value, Fraction(target.value), target.better)
