"""Pages of circulars: the list, one circular with its composition beside the paper, its attachments."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhijia.bulletins.content import Content, read_reference
from zhijia.bulletins.queries import (
    Bulletin,
    bulletin_for,
    bulletins_for,
    content_of,
    paper_of,
    slots_of,
    verdicts_of,
    words_of,
)
from zhijia.indicators.queries import indicator_of
from zhijia.journal.queries import history_of, sentence_of
from zhijia.kit.period import Period
from zhijia.orgs.queries import root
from zhijia.papers.preview import attachments_html, to_html
from zhijia.web.desk.bulletins.offered import offered_to
from zhijia.web.desk.gate import DeskRequest, needs


@dataclass(frozen=True)
class SlotView:
    """One slot of words on the writing page."""

    key: str
    title: str
    prompt: str
    text: str
    limit: int


@needs("bulletins.view")
def bulletins(request: DeskRequest) -> HttpResponse:
    """All circulars the post may read, and the quarters that still lack one."""
    rows = list(bulletins_for(request.post))
    may_edit = bool(request.post.may("bulletins.edit"))
    taken = {(row.layout, row.period) for row in rows}
    offered = [one for one in offered_to(request) if (one[0], one[1].key) not in taken] if may_edit else []
    context = {"rows": rows, "offered": offered, "may_edit": may_edit}
    return render(request, "desk/bulletins/list.html", context)


@needs("bulletins.view")
def bulletin(request: DeskRequest, number: int) -> HttpResponse:
    """One circular: composition at the left, the paper at the right."""
    found = bulletin_for(request.post, number)
    content = content_of(found, request.today)
    context = {
        "bulletin": found,
        "period": Period.parse(found.period).label,
        "paper": _paper_html(request, found, content),
        "may_edit": bool(request.post.may("bulletins.edit")) and found.issued_at is None,
        "may_issue": bool(request.post.may("bulletins.issue")),
        "history": [(entry, sentence_of(entry)) for entry in history_of("bulletins.bulletin", found.pk)[:20]],
        **_composition(request, found, content),
    }
    return render(request, "desk/bulletins/bulletin.html", context)


def _paper_html(request: DeskRequest, found: Bulletin, content: Content) -> SafeString:
    """The paper without its attachments: a table of every unit under every target is fetched after the page."""
    paper = paper_of(content, found.dated or request.today)
    later = format_html(
        '<div class="fetched-later" hx-get="{url}" hx-trigger="load" hx-swap="outerHTML"><a href="{url}">{words}</a></div>',
        url=reverse("bulletin-attachments", args=[found.pk]), words=_("打开附件"),
    )  # fmt: skip
    html = to_html(paper, link_of(content), later if paper.attachments else None)
    return mark_safe(html)  # noqa: S308 - the papers escape what they print


@needs("bulletins.view")
def attachments(request: DeskRequest, number: int) -> HttpResponse:
    """The attachments alone, put into the paper by the page; as a page of their own without scripts."""
    found = bulletin_for(request.post, number)
    content = content_of(found, request.today)
    html = attachments_html(paper_of(content, found.dated or request.today), link_of(content))
    shown = {"bulletin": found, "attachments": mark_safe(html)}  # noqa: S308 - the papers escape what they print
    part = (
        "desk/bulletins/attachments_part.html" if getattr(request, "htmx", False) else "desk/bulletins/attachments.html"
    )
    return render(request, part, shown)


def _composition(request: DeskRequest, found: Bulletin, content: Content) -> dict[str, object]:
    """What only a draft shows: slots, tone, figures to bind, faults."""
    if found.issued_at is not None:
        return {}
    words = words_of(found)
    verdicts = verdicts_of(found, content, request.today)
    return {
        "slots": [
            SlotView(slot.key, slot.title, slot.prompt, words.get(slot.key, slot.default), slot.limit)
            for slot in slots_of(found)
        ],
        "tones": Bulletin.Tone.choices,
        "faults": [one for one in verdicts if one.verdict in ("fail", "warn")],
        "hands": [one for one in verdicts if one.verdict == "hand"],
        "passed": sum(one.verdict == "pass" for one in verdicts),
        "bindable": _bindable(content),
    }


def _bindable(content: Content) -> list[tuple[str, str, str, str]]:
    """County figures an officer may put into words: key, title, value, address of the passport."""
    county, link = root().pk, link_of(content)
    found = []
    for ref, figure in content.figures.items():
        asked = read_reference(ref)
        if asked and asked[1] == county:
            found.append((asked[0], indicator_of(asked[0]).title, figure.text, link(ref)))
    return found


def link_of(content: Content) -> Callable[[str], str]:
    """Where a bound number leads: an indicator to its passport, everything else to the matrix."""

    def link(ref: str) -> str:
        asked = read_reference(ref)
        if asked is None:
            return reverse("matrix")
        key, organisation, day = asked
        return f"{reverse('passport', args=[key, organisation])}?as_of={day.isoformat()}"

    return link
