"""One record as a tidy folder (详情): facts, who wrote them down, evidence, history, and the doors to what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.cases.queries import cases_about
from zhijia.evidence.queries import standing_for
from zhijia.indicators.counting import counted_by
from zhijia.journal.queries import history_of, sentence_of
from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.registers.base.changes import changes_between, described
from zhijia.registers.base.queries import linked_rows, record_of, versions_of
from zhijia.registers.base.register import Register, Slot, register_of
from zhijia.registers.base.show import column_value, shown
from zhijia.registers.base.window import Window
from zhijia.registers.organising.membership import steps_for
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.facts import Cell, facts_html
from zhijia.web.desk.registers.meeting_panels import panel_of

VOIDED = gettext_noop("“%(name)s”已经作废，只能查看，不能再改。")
MEMBER, EMPLOYER = "organising.member", "organising.employer"
# Its source may stand above the unit that answers for it.
FOLLOWUP = "organising.followup"
LATEST = 50
RELATED = 20


@dataclass(frozen=True)
class Place:
    """One place for evidence with what stands there."""

    slot: Slot
    files: Sequence[Any]


@dataclass(frozen=True)
class Slice:
    """One version: from when to when it held, as known from when to when, and what the next one changed."""

    row: Any
    change: str


@needs("desk.view")
def record(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """The record page."""
    found = register_of(key)
    row = record_of(found, request.post, number)
    if row.pk != number:
        return redirect("record", key, row.pk)
    may_edit = row.known_until is None and bool(request.post.may(f"{found.area}.edit", row.organisation))
    history = list(history_of(key, row.pk)[:LATEST])
    sees_evidence = bool(request.post.may("evidence.view"))
    context = {
        "register": found,
        "row": row,
        "title": found.title(row),
        "base": (base := reverse("record", args=[key, row.pk])),
        "upload_url": reverse("evidence-upload", args=[key, row.pk]),
        "groups": facts_html(groups_of(found, row, reveals(request, found, row), request.post.path), base),
        "writer": next((entry.actor for entry in history if entry.kind.startswith("fact.")), ""),
        "places": places_of(found, row) if sees_evidence else (),
        "history": [(entry, sentence_of(entry)) for entry in history],
        "may_edit": may_edit,
        "may_void": row.known_until is None and bool(request.post.may(found.voids, row.organisation)),
        "may_attach": may_edit and bool(request.post.may("evidence.edit", row.organisation)),
        "cases": cases_about(request.post, key, row.pk, request.today),
        "may_found": key == EMPLOYER and may_edit and row.union_id is None and bool(request.post.may("cases.act")),
        "steps": steps_for(row, request.post) if key == MEMBER and may_edit else (),
        "panel_html": panel_of(request, key, row),
    }
    return render(request, "desk/registers/record.html", context)


@needs("desk.view")
def counted(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """What belongs to the record and where it counts: fetched after the page, for it asks more of the database."""
    found = register_of(key)
    row = record_of(found, request.post, number)
    window = Window.year_to(request.today)
    related = [
        (other, label, rows.select_related(*other.related)[:RELATED])
        for other, _, label, rows in linked_rows(found, request.post, row)
    ]
    versions = versions_of(found, row)
    context = {
        "register": found,
        "row": row,
        "related": [(other, label, [(each, other.title(each)) for each in rows]) for other, label, rows in related],
        "indicators": counted_by(found, row.pk, window) if request.post.may("figures.view") else (),
        "slices": slices_of(found, versions),
        "as_of": request.today,
    }
    return render(request, "desk/registers/counted.html", context)


def reveals(request: DeskRequest, register: Register, row: Any) -> bool:
    """Whether the post may open the masked columns of this row."""
    if not any(column.reveal for column in register.columns):
        return False
    return bool(request.post.may(f"{register.area}.reveal", row.organisation))


def groups_of(register: Register, row: Any, reveal: bool, top: str) -> list[tuple[str, list[Cell]]]:
    """The facts by group of the descriptor, in its order; a link leads only to what the reader at `top` may see."""
    groups: dict[str, list[Cell]] = {}
    for column in register.columns:
        url = ""
        linked = column_value(row, column) if column.kind == "link" else None
        if linked is not None and (register.key != FOLLOWUP or str(linked.organisation.path).startswith(top)):
            url = reverse("record", args=[column.register, linked.pk])
        text = shown(row, column)
        cell = Cell(column, register.label_of(column), text, url, bool(reveal and column.reveal and text))
        groups.setdefault(str(column.group) or gettext("基本情况"), []).append(cell)
    return list(groups.items())


def places_of(register: Register, row: Any) -> list[Place]:
    """The places for evidence with their files; files of a place no longer asked for stand under 其他材料."""
    files = standing_for(register.key, row.pk)
    known = {slot.key for slot in register.slots}
    other = Slot("", gettext("其他材料"), "")
    asked = [Place(slot, [file for file in files if file.slot == slot.key]) for slot in register.slots]
    return [
        *(place for place in asked if place.files or not place.slot.on_demand),
        Place(other, [file for file in files if file.slot not in known]),
    ]


def slices_of(register: Register, versions: Sequence[Any]) -> list[Slice]:
    """The versions, each with what it changed against the one before it."""
    made = []
    for at, version in enumerate(versions):
        older = versions[at + 1] if at + 1 < len(versions) else None
        made.append(Slice(version, described(register, changes_between(register, older, version)) if older else ""))
    return made


def insist_living(register: Register, row: Any) -> None:
    """Conflict for a voided record."""
    if row.known_until is not None:
        raise Conflict(VOIDED, name=register.title(row))
