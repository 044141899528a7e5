"""The list of plans with the form for a new one, and the reader of one plan."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.kit.problem import Problem
from zhijia.targets.actions import create_plan
from zhijia.targets.plantext import read_plan_file
from zhijia.targets.queries import clauses_of, next_open, pieces_of, plan_of, plans_of, skipped_of
from zhijia.targets.queries.plans import Clause, Plan
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.plans.forms import ClauseForm, PlanForm


@needs("plans.edit")
def plans(request: DeskRequest) -> HttpResponse:
    """All texts with how far each was read; a new one is taken in by POST."""
    form = PlanForm(request.POST or None, request.FILES or None, initial={"year": request.today.year, "kind": "plan"})
    if request.method == "POST" and form.is_valid():
        try:
            made = _take_in(request, form)
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            return HttpResponseRedirect(reverse("plan", args=[made.pk]))
    status = 400 if form.errors else 200
    return render(request, "desk/plans/list.html", {"form": form, "plans": plans_of(request.post)}, status=status)


def _take_in(request: DeskRequest, form: PlanForm) -> Plan:
    """The plan of a valid form. A file goes before pasted text; pasted line ends are those of the browser."""
    data, upload = form.cleaned_data, form.cleaned_data["file"]
    source: bytes | None = upload.read() if upload else None
    text = read_plan_file(source, upload.name) if source is not None else data["text"].replace("\r\n", "\n")
    return create_plan(
        year=data["year"], title=data["title"], kind=data["kind"], text=text, by=request.post, at=request.now,
        source_name=upload.name[:200] if upload else "", source=source,
    )  # fmt: skip


@needs("plans.edit")
def plan(request: DeskRequest, number: int) -> HttpResponse:
    """The reader. `?clause=` is the proposal looked at, else the first that waits."""
    held = plan_of(request.post, number)
    return reader_page(request, held)


def reader_page(request: HttpRequest, held: Plan, bound: ClauseForm | None = None, clause: int = 0) -> HttpResponse:
    """The page of a plan, with a form that was refused when there is one."""
    clauses = clauses_of(held)
    chosen = _chosen(clauses, clause or _number(request.GET.get("clause", "")))
    at = clauses.index(chosen) if chosen else 0
    form = bound or (ClauseForm(initial=initial_of(chosen)) if chosen else None)
    context: dict[str, Any] = {
        "plan": held,
        "clauses": clauses,
        "pieces": pieces_of(held, clauses),
        "skipped": skipped_of(held),
        "chosen": chosen,
        "form": form,
        "before": clauses[at - 1] if chosen and at else None,
        "after": clauses[at + 1] if chosen and at + 1 < len(clauses) else None,
        "decided": sum(one.state != "proposed" for one in clauses),
        "confirmed": sum(one.state == "confirmed" for one in clauses),
    }
    return render(request, "desk/plans/reader.html", context, status=400 if bound else 200)


def initial_of(clause: Clause) -> dict[str, object]:
    """Form values of a clause."""
    names = ("unit", "comparator", "due", "level", "indicator", "subject")
    numbers = {
        name: f"{value:f}".removesuffix(".00")
        for name in ("value", "value_max")
        if (value := getattr(clause, name)) is not None
    }
    return {**{name: getattr(clause, name) for name in names}, **numbers}


def _chosen(clauses: list[Clause], number: int) -> Clause | None:
    return next((one for one in clauses if one.pk == number), None) or next_open(clauses) or next(iter(clauses), None)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
