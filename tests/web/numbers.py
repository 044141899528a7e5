"""The pages of the house and the numbers on them: which stand in a figure, which say where they come from, which do neither."""

import re
from collections.abc import Iterator

from django.test import Client
from django.urls import reverse
from lxml import html as markup

from tests.web.doors import doors
from tests.world import World
from zhijia.registers.base.register import registers

PERCENT = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
# 369家, 38,000 人 and a cell that holds nothing but a number; days left are said by the one engine of deadlines.
COUNT = re.compile(r"(?<![\d〔.\-])\d[\d,]*(?:\.\d+)?\s*(?:[家人份个名位件次项条行票户支所张]|万?元)")
BARE = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?(?:\s*[/／]\s*\d[\d,]*)?")
WRITTEN = ("data-written", "data-parameter", "data-sheet")
ONE_OF_EACH_LEVEL, RATE = ("chair", "hede", "clerk"), "wage-bargaining-rate"
ORIGINS = ("data-rows", "data-fact", "data-order", "data-paper", "datetime")
OF_A_TARGET = ("data-target", "data-clause", "data-schedule", "data-share", "data-due-share")


def addresses(world: World, person: str) -> Iterator[tuple[str, str]]:
    """Name and address of every door; for one person of each level also every register, a record of it, and a rate."""
    yield from ((door.name, door.url(world)) for door in doors())
    if person not in ONE_OF_EACH_LEVEL:
        return
    for register in registers():
        address = reverse("register", args=[register.key])
        yield register.key, address
        yield from ((register.key, f"{address}{row.pk}/") for row in register.model._default_manager.all()[:1])
    yield "rate", reverse("passport", args=[RATE, world.post[person].organisation_id])


def pages(client: Client, world: World, person: str) -> Iterator[tuple[str, markup.HtmlElement]]:
    """Every page this person may open, parsed."""
    for name, address in addresses(world, person):
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and answer.content.strip():
            yield name, markup.fromstring(answer.content.decode())


def loose(page: markup.HtmlElement) -> Iterator[str]:
    """Numbers of which nobody can say where they come from."""
    for node, text in _unbound(page):
        counted = COUNT.search(text) or BARE.fullmatch(text.strip())
        if PERCENT.search(text) or (counted and not _has_origin(node)):
            yield text


def _has_origin(node: markup.HtmlElement) -> bool:
    """The page says whose number it is, here or around it; a hint under a field gives examples."""
    around = (node, *node.iterancestors())
    return any(one.get(mark) is not None for one in around for mark in ORIGINS) or "form-hint" in node.get("class", "")


def _unbound(page: markup.HtmlElement) -> Iterator[tuple[markup.HtmlElement, str]]:
    """Text nodes that stand in no figure, no paper's bound number, no written text; with the element around each."""
    for node in page.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "title", "option", "textarea"):
            continue
        if not _is_bound(node) and node.text:
            yield node, node.text
        parent = node.getparent()
        if node.tail and parent is not None and not _is_bound(parent):
            yield parent, node.tail


def _is_bound(node: markup.HtmlElement) -> bool:
    """Inside a figure or a paper's bound number; beside its figure in one cell; said of a target; written."""
    for one in (node, *node.iterancestors()):
        if one.get("data-figure") or "figure" in (one.get("class") or "").split():
            return True
        if any(one.get(mark) is not None for mark in (*WRITTEN, *OF_A_TARGET)):
            return True
        if one.tag == "td" and one.xpath(".//a[@data-figure]"):
            return True
    return False
