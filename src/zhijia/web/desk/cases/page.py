"""The page of one case (申报): where it stands, what I can do now and why not, answers beside evidence, history."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.cases.actions.papers import slot_of
from zhijia.cases.procedures import evidence_slot
from zhijia.cases.queries import Card, card_of, case_of, office_holders
from zhijia.cases.queries.files import case_files, objectors, paper_of
from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.inspections import MARKS, Result
from zhijia.schemes.words import said
from zhijia.web.desk.cases.eligibility import told_of
from zhijia.web.desk.cases.forms import StepForm
from zhijia.web.desk.cases.sentences import sentence_of
from zhijia.web.desk.cases.told import new_key
from zhijia.web.desk.cases.words import due_light, stands
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.papers import paper_file

NO_PAPER = gettext_noop("没有这份文件，请从办件页面进入。")


@needs("cases.view")
def case(request: DeskRequest, case: int) -> HttpResponse:
    """The page."""
    return page_of(request, card_of(request.post, case_of(request.post, case, request.today), request.today))


def page_of(request: DeskRequest, card: Card, form: StepForm | None = None, fault: str = "") -> HttpResponse:
    """The page, with a form that was refused and the sentence why."""
    step = card.state.step
    closable = card.may and step is not None and (card.problem is None or step.kind not in ("notice", "panel"))
    if form is None and closable:
        form = StepForm(card, request.GET.dict())
    files = case_files(card.case) if request.post.may("evidence.view") else []
    context: dict[str, Any] = {
        "card": card,
        "told": told_of(card, files),
        "may_hand_in": card.state.step is not None and bool(request.post.may("evidence.edit")),
        "case": card.case,
        "state": card.state,
        "form": form if closable else None,
        "fault": fault,
        "key": new_key(),
        "keys": {name: new_key() for name in ("return", "end", "appeal", "hear", "score", "recuse", "panel")},
        "stands": stands(card.case),
        "light": due_light(card.case, request.today),
        "problem": card.problem.sentence(gettext) if card.problem else "",
        "because": card.may.because.sentence(gettext),
        "history": [(record, sentence_of(record, card.edition)) for record in reversed(card.records)],
        "files": _files(card, files),
        "papers": [paper for record in card.records for paper in record.papers.all()],
        "notices": [(notice, request.build_absolute_uri(reverse("public-notice", args=[notice.token]))) for notice in card.notices],
        "objections": [(one, new_key()) for one in objectors(card)],
        "inspected": _inspected(card),
        "may_change": card.state.step is not None and bool(card.may or request.post.pk == card.case.applicant_id),
        "may_publish": bool(card.may) and step is not None and step.kind == "notice" and card.state.notice is None,
        "holders": office_holders(request.post, request.today) if card.may and step and step.panel else (),
        "may_seat": bool(card.may) and step is not None and step.panel is not None and not card.state.seats,
    }  # fmt: skip
    return render(request, "desk/cases/case.html", context, status=422 if fault else 200)


def _files(card: Card, found: Sequence[Any]) -> list[tuple[str, str, bool, list[Any]]]:
    """(place, what is asked, whether it is required and missing, files) of every paper handed in, in order of steps."""
    rows, known = [], {evidence_slot(paper.key) for paper in card.edition.evidence}
    for step in card.edition.steps:
        for paper in step.papers:
            slot = slot_of(step.key, paper.key)
            known.add(slot)
            there = [file for file in found if file.slot == slot]
            if not paper.drawn_up and (there or step.key == card.case.step):
                rows.append((slot, f"{paper.code} {said(paper.label)}", paper.required and not there, there))
    other = [file for file in found if file.slot not in known]
    return [*rows, ("", gettext("其他材料"), False, other)] if rows or other or not card.edition.evidence else []


def _inspected(card: Card) -> list[tuple[str, int, int, list[tuple[str, str]]]]:
    """(checklist, met, of how many, marks by item) of every acceptance that stands."""
    shown = []
    for record in card.state.done.values():
        for kept in record.data.get("checklists", {}).values():
            result = Result.model_validate(kept)
            checklist = catalogue().checklists[result.checklist]
            items = checklist.presets[result.preset].items
            marks = [(items[key].label, gettext(MARKS[mark])) for key, mark in result.marks.items()]
            shown.append((checklist.title, result.met, len(result.marks), marks))
    return shown


@needs("cases.view")
def paper(request: DeskRequest, case: int, paper: int, form: str) -> HttpResponse:
    """The bytes of a paper as it was issued."""
    held = paper_of(case_of(request.post, case, request.today), paper)
    if held is None:
        raise NotFound(NO_PAPER)
    return paper_file(held.paper, f"{held.code}-{held.pk}", form)
