"""The journal (日志) on screen: what was done in my part of the tree, as sentences. Nobody can write here."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext

from zhijia.accounts.queries import visible_to
from zhijia.journal.kinds import SENTENCES
from zhijia.journal.queries import entries_within, sentence_of
from zhijia.kit.sheet.values import read_date
from zhijia.registers.base.register import registers
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.bar import pages_html
from zhijia.web.desk.registers.pager import pager_of
from zhijia.web.desk.registers.querystring import Kept

SIZE = 50
BLANK = "…"


@dataclass(frozen=True)
class Line:
    """One event: when, who, what, and the record it tells of when there is one."""

    entry: Any
    sentence: str
    linked: bool


@needs("journal.view")
def journal(request: DeskRequest) -> HttpResponse:
    """Events of my organisation and below, newest first; the whole county also sees events without a place."""
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("kind", "person", "first", "last")}
    entries = entries_within(visible_to(request.post).values("pk"), everything=request.post.organisation.depth == 1)
    first, last = read_date(asked["first"]).value, read_date(asked["last"]).value
    if asked["kind"] in SENTENCES:
        entries = entries.filter(kind=asked["kind"])
    if asked["person"]:
        entries = entries.filter(actor__contains=asked["person"])
    if first:
        entries = entries.filter(at__date__gte=first)
    if last:
        entries = entries.filter(at__date__lte=last)
    page = request.GET.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1
    pager = pager_of(entries.count(), number, SIZE)
    known = {register.key for register in registers()}
    lines = [Line(entry, sentence_of(entry), entry.subject in known) for entry in entries[pager.first : pager.last]]
    context = {
        "lines": lines,
        "pager": pager,
        "asked": asked,
        "kinds": kinds_in_words(),
        "page_links": pages_html(pager, Kept(asked)),
    }
    return render(request, "desk/journal/journal.html", context)


def kinds_in_words() -> list[tuple[str, str]]:
    """Kinds of events with their sentence, the names left open."""
    return [(kind, gettext(sentence) % _Open()) for kind, sentence in SENTENCES.items()]


class _Open(dict[str, str]):
    """Every name stands for a gap."""

    def __missing__(self, key: str) -> str:
        return BLANK


urlpatterns = [path("journal/", journal, name="journal")]
