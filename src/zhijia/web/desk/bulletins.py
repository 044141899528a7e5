"""Circulars (通报): the list, writing with the numbers already true, freezing, issuing, restating."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhijia.bulletins.actions import (
    draft_bulletin,
    freeze_figures,
    issue_bulletin,
    publish_restatement,
    set_tone,
    write_slot,
)
from zhijia.bulletins.content import Content, read_reference
from zhijia.bulletins.differences import CAUSES, differences_of
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
from zhijia.kit.period import Period, quarter_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.orgs.queries import root
from zhijia.papers.preview import to_html
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs

QUARTERS_OFFERED = 4
NO_PAPER = gettext_noop("这份通报还没有签发，没有正式文件；可以先打印预览。")
KINDS = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "pdf": ("application/pdf", "pdf"),
}


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
    taken = {row.period for row in rows}
    offered = [period for period in _closed_quarters(request) if period.key not in taken] if may_edit else []
    context = {"rows": rows, "offered": offered, "may_edit": may_edit}
    return render(request, "desk/bulletins/list.html", context)


@needs("bulletins.edit")
@require_POST
def draft(request: DeskRequest) -> HttpResponse:
    """Begin the circular of a quarter."""
    period = Period.parse(request.POST.get("period", ""))
    layout = next(iter(catalogue().bulletins))
    made = draft_bulletin(layout=layout, period=period, by=request.post, on=request.today, at=request.now)
    return redirect("bulletin", made.pk)


@needs("bulletins.view")
def bulletin(request: DeskRequest, number: int) -> HttpResponse:
    """One circular: composition at the left, the paper at the right."""
    found = bulletin_for(request.post, number)
    content = content_of(found, request.today)
    context = {
        "bulletin": found,
        "period": Period.parse(found.period).label,
        "paper": mark_safe(to_html(paper_of(content, found.dated or request.today), link_of(content))),  # noqa: S308
        "may_edit": bool(request.post.may("bulletins.edit")) and found.issued_at is None,
        "may_issue": bool(request.post.may("bulletins.issue")),
        "history": [(entry, sentence_of(entry)) for entry in history_of("bulletins.bulletin", found.pk)[:20]],
        **_composition(request, found, content),
    }
    return render(request, "desk/bulletins/bulletin.html", context)


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


@needs("bulletins.edit")
@require_POST
def write(request: DeskRequest, number: int) -> HttpResponse:
    """Save words and tone; the page comes back with the paper as it now reads."""
    found = bulletin_for(request.post, number)
    for slot in slots_of(found):
        if slot.key in request.POST:
            text = request.POST[slot.key].replace("\r\n", "\n")
            write_slot(bulletin=found, part=slot.key, text=text, by=request.post, at=request.now)
    if request.POST.get("tone") in Bulletin.Tone.values:
        set_tone(bulletin=found, tone=request.POST["tone"], by=request.post, at=request.now)
    messages.success(request, _("已保存。"))
    return redirect("bulletin", number)


@needs("bulletins.edit")
@require_POST
def freeze(request: DeskRequest, number: int) -> HttpResponse:
    """Fix the figures."""
    found = bulletin_for(request.post, number)
    freeze_figures(bulletin=found, by=request.post, on=request.today, at=request.now)
    messages.success(request, _("数据已冻结，此后的变化不再进入本通报。"))
    return redirect("bulletin", number)


@needs("bulletins.issue")
@require_POST
def issue(request: DeskRequest, number: int) -> HttpResponse:
    """Sign and number."""
    found = bulletin_for(request.post, number)
    issued = issue_bulletin(bulletin=found, by=request.post, on=request.today, at=request.now)
    messages.success(request, _("已签发%(number)s。") % {"number": issued.number})
    return redirect("bulletin", number)


@needs("bulletins.view")
def paper(request: DeskRequest, number: int, kind: str) -> HttpResponse:
    """The issued file, exactly as issued."""
    found = bulletin_for(request.post, number)
    if found.paper is None or kind not in KINDS:
        raise NotFound(NO_PAPER)
    media, ending = KINDS[kind]
    data = bytes(found.paper.docx if kind == "docx" else found.paper.pdf)
    name = f"bulletin-{found.period}-{found.pk}.{ending}"
    return HttpResponse(data, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@needs("bulletins.view")
def restatement(request: DeskRequest, number: int) -> HttpResponse:
    """What has changed since: figure, then, now, cause; and what was published of it."""
    found = bulletin_for(request.post, number)
    if request.method == "POST":
        note = request.POST.get("note", "")
        publish_restatement(bulletin=found, note=note, by=request.post, at=request.now)
        messages.success(request, _("更正已发布。"))
        return redirect("restatement", number)
    lines = [
        (indicator_of(one.indicator).title, one, [(cause, CAUSES[cause.kind]) for cause in one.causes])
        for one in differences_of(found, root())
        if request.post.path == str(root().path) or one.organisation == request.post.organisation_id
    ]
    published = [
        (one, [(indicator_of(line["indicator"]).title, line) for line in one.lines])
        for one in found.restatements.select_related("by__user")
    ]
    context = {
        "bulletin": found, "lines": lines, "published": published,
        "may_issue": bool(request.post.may("bulletins.issue")),
    }  # fmt: skip
    return render(request, "desk/bulletins/restatement.html", context)


def _closed_quarters(request: DeskRequest) -> list[Period]:
    """The last closed quarters, newest first."""
    periods, period = [], quarter_of(request.today).previous()
    for _number in range(QUARTERS_OFFERED):
        periods.append(period)
        period = period.previous()
    return periods


urlpatterns = [
    path("bulletins/", bulletins, name="bulletins"),
    path("bulletins/new/", draft, name="bulletin-draft"),
    path("bulletins/<int:number>/", bulletin, name="bulletin"),
    path("bulletins/<int:number>/write/", write, name="bulletin-write"),
    path("bulletins/<int:number>/freeze/", freeze, name="bulletin-freeze"),
    path("bulletins/<int:number>/issue/", issue, name="bulletin-issue"),
    path("bulletins/<int:number>/paper.<slug:kind>", paper, name="bulletin-paper"),
    path("bulletins/<int:number>/restatement/", restatement, name="restatement"),
]
