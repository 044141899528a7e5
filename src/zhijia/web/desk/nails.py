"""Pressing for a union (督促建会): who is on the list at which step, what may be decided now, the letters."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Problem, gettext_noop
from zhijia.papers.preview import to_html
from zhijia.registers.base.fields import DayField
from zhijia.registers.base.show import code_label
from zhijia.registers.organising.drive.actions import enter_list, take_nail_step
from zhijia.registers.organising.drive.letters import letter_of, wording_of
from zhijia.registers.organising.drive.queries.nails import (
    candidate_of,
    candidates,
    nail_of,
    on_the_list,
    steps_for,
)
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.papers import paper_file

LEFT = "NX"
NO_PAPER = gettext_noop("这一步没有印发文书。")


class StepForm(forms.Form):
    """One decision: the step, its day, the words; for leaving also the reason; a paper where the step asks for one."""

    note = forms.CharField(label=_("情况说明"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
                           help_text=_("写明走访、沟通的情况和作出这一决定的理由。"))  # fmt: skip

    def __init__(self, data: Any, files: Any, *, today: Any, steps: list[tuple[str, str]], proposed: str) -> None:
        """`steps`: those the post may decide; the proposed one is chosen at first."""
        super().__init__(data, files)
        reasons = [("", "—"), *catalogue().codes["nail-reason"].options()]
        self.fields["step"] = forms.ChoiceField(label=_("这一步"), choices=steps, initial=proposed)
        self.fields["on"] = DayField(today=today, label=_("日期"), initial=today.isoformat())
        self.fields["reason"] = forms.ChoiceField(
            label=_("出列原因"), choices=reasons, required=False, help_text=_("只在办理出列时填写。")
        )
        self.fields["minutes"] = forms.FileField(label=_("联合上门记录"), required=False)
        self.fields["proof"] = forms.FileField(label=_("阻挠建会的证据"), required=False)
        self.order_fields(["step", "on", "note", "reason", "minutes", "proof"])


@needs("nails.view")
def nails(request: DeskRequest) -> HttpResponse:
    """The list by level, and who might be put on it."""
    by_level: dict[str, list[Any]] = {}
    for one in on_the_list(request.post, request.today):
        by_level.setdefault(one.nail.level, []).append((one, one.proposal.because.sentence(gettext)))
    context = {
        "levels": [(level, code_label("nail-level", level), rows) for level, rows in by_level.items()],
        "candidates": [
            (one, one.proposal.because.sentence(gettext)) for one in candidates(request.post, request.today)
        ],
        "may_edit": bool(request.post.may("nails.edit")),
    }
    return render(request, "desk/nails/list.html", context)


@needs("nails.edit")
def enter(request: DeskRequest, employer: int) -> HttpResponse:
    """Put a workplace on the list."""
    found = candidate_of(request.post, employer, request.today)
    request.post.may("nails.edit", found.employer.organisation).insist()
    if request.method == "POST":
        enter_list(
            employer=employer, note=request.POST.get("note", ""), on=request.today, by=request.post, at=request.now
        )
        messages.success(request, gettext("已列入重点督促名单。"))
        return redirect("nails")
    context = {"found": found, "because": found.proposal.because.sentence(gettext)}
    return render(request, "desk/nails/enter.html", context)


@needs("nails.edit")
def step(request: DeskRequest, nail: int) -> HttpResponse:
    """Decide the next step of one unit."""
    held = nail_of(request.post, nail)
    request.post.may("nails.edit", held.organisation).insist()
    standing = next((one for one in on_the_list(request.post, request.today) if one.nail.pk == held.pk), None)
    proposed = standing.proposal.step if standing else ""
    looking = "preview" in request.POST
    # Looking at a letter is no answer: what was filled in stays, and nothing is found wanting yet.
    sent_in = (None, None) if looking else (request.POST or None, request.FILES or None)
    form = StepForm(*sent_in, today=request.today,
                    steps=steps_for(request.post, held, request.today), proposed=proposed)  # fmt: skip
    if looking:
        form.initial = request.POST.dict()
    if request.method == "POST" and form.is_valid() and not looking:
        told = form.cleaned_data
        sent = next(((key, told[key]) for key in ("minutes", "proof") if told[key]), None)
        paper = (sent[0], str(sent[1].name), sent[1].chunks()) if sent else None
        try:
            done = take_nail_step(
                nail=held, step=told["step"], note=told["note"], reason=told["reason"] if told["step"] == LEFT else "",
                on=told["on"], by=request.post, at=request.now, paper=paper,
            )  # fmt: skip
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            words = {"name": done.employer.name, "step": code_label("nail-level", done.level)}
            messages.success(request, gettext("“%(name)s”：%(step)s。") % words)
            return redirect("record", "organising.nail", done.pk)
    because = standing.proposal.because.sentence(gettext) if standing else ""
    context = {
        "nail": held,
        "form": form,
        "because": because,
        "level": code_label("nail-level", held.level),
        "preview": _preview(request, held, form["step"].value() or proposed),
        "previewed": code_label("nail-level", form["step"].value() or proposed),
    }
    return render(request, "desk/nails/step.html", context, status=422 if form.is_bound and not looking else 200)


def _preview(request: DeskRequest, nail: Any, step: str) -> SafeString:
    """The letter of a step as it would go out today, without its number; '' for a step without one."""
    wording = wording_of(step)
    if wording is None:
        return mark_safe("")
    drawn = letter_of(nail, wording, step, "", request.today, request.post)
    return mark_safe(to_html(drawn, str))  # noqa: S308 - its words were escaped by the paper engine


@needs("nails.view")
def letter(request: DeskRequest, nail: int, kind: str) -> HttpResponse:
    """The letter of the present step as issued."""
    held = nail_of(request.post, nail)
    return paper_file(held.paper, f"{held.level}-{held.pk}", kind, NO_PAPER)


urlpatterns = [
    path("nails/", nails, name="nails"),
    path("nails/enter/<int:employer>/", enter, name="nail-enter"),
    path("nails/<int:nail>/step/", step, name="nail-step"),
    path("nails/<int:nail>/letter/<slug:kind>/", letter, name="nail-letter"),
]
