"""Writing into a register: new (新增), set right (更正), became different (变更), void (作废)."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.registers.base.actions import change_fact, correct_fact, record_fact, void_fact
from zhijia.registers.base.fields import DayField
from zhijia.registers.base.forms import FactForm
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import Register, register_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import insist_living

WRONG_NAME = gettext_noop("输入的名称与“%(name)s”不一致，没有作废；请照页面上的名称完整输入。")
NOT_TYPED = gettext_noop("“%(register)s”不在这里填写，由相应的办理页面生成。")
UNION = "organising.union"


def offers(key: str) -> str:
    """The address that offers lines while a link is typed."""
    return reverse("record-lines", args=[key]) if key else reverse("organisation-lines")


@needs("desk.view")
def new(request: DeskRequest, key: str) -> HttpResponse:
    """A blank form; a saved one opens its record."""
    found = register_of(key)
    request.post.may(f"{found.area}.edit").insist()
    insist_typed(found)
    if key == UNION:
        return redirect("union-new")
    form = FactForm(found, request.post, request.today, offers, request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = found.fresh({**form.values(), "since": form.first_day(request.today)})
        row = _tried(form, lambda: record_fact(found, values=values, by=request.post, at=request.now))
        if row is not None:
            messages.success(request, gettext("已登记。"))
            return redirect("record", key, row.pk)
    heading = gettext("新增%(register)s") % {"register": found.label}
    return _form_page(request, found, form, heading, reverse("register", args=[key]))


@needs("desk.view")
def correct(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """Set right what was written wrong; what was known before stays readable."""
    found, row = _living(request, key, number)
    insist_typed(found)
    form = FactForm(found, request.post, request.today, offers, request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        values = _with_begin(found, row, form.values())
        done = _tried(
            form,
            lambda: correct_fact(found, row=row, values=values, by=request.post, at=request.now, seen=seen_at(request)),
        )
        if done is not None:
            messages.success(request, gettext("已更正，原来的记录保留在历史中。"))
            return redirect("record", key, row.pk)
    heading = gettext("更正“%(name)s”") % {"name": found.title(row)}
    return _form_page(request, found, form, heading, reverse("record", args=[key, row.pk]), row)


@needs("desk.view")
def change(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """Write down what became different from a day on."""
    found, row = _living(request, key, number)
    insist_typed(found)
    form = ChangeForm(found, request.post, request.today, offers, request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        on, values = form.cleaned_data["on"], form.values()
        done = _tried(
            form,
            lambda: change_fact(
                found, row=row, values=values, on=on, by=request.post, at=request.now, seen=seen_at(request)
            ),
        )
        if done is not None:
            messages.success(request, gettext("已变更，之前的情况保留在历史中。"))
            return redirect("record", key, row.pk)
    heading = gettext("变更“%(name)s”") % {"name": found.title(row)}
    return _form_page(request, found, form, heading, reverse("record", args=[key, row.pk]), row)


@needs("desk.view")
def void(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """Take a record out: reason, and its name typed once more."""
    found = register_of(key)
    row = record_of(found, request.post, number)
    request.post.may(found.voids, row.organisation).insist()
    insist_living(found, row)
    if request.method == "POST":
        if request.POST.get("name", "").strip() != found.title(row).strip():
            raise Problem(WRONG_NAME, name=found.title(row))
        reason = request.POST.get("reason", "")
        void_fact(found, row=row, reason=reason, by=request.post, at=request.now)
        messages.success(request, gettext("已作废，历史中仍可查看。"))
        return redirect("register", key)
    return render(request, "desk/registers/void.html", {"register": found, "row": row, "title": found.title(row)})


class ChangeForm(FactForm):
    """The form of a dated change: everything may differ from a day on."""

    def __init__(self, register: Register, *args: Any, **options: Any) -> None:
        """The day comes first."""
        super().__init__(register, *args, **options)
        today = args[1]
        self.fields["on"] = DayField(today=today, label=_("变更日期"), initial=today, required=True)
        self.fields["on"].widget.attrs["class"] = "form-control"

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The day, then the groups."""
        return [(_("从哪一天起"), [self["on"]]), *super().groups()]


def insist_typed(register: Register) -> None:
    """NotFound for a register whose rows come from steps of the work alone."""
    if not register.typed:
        raise NotFound(NOT_TYPED, register=register.label)


def seen_at(request: DeskRequest) -> dt.datetime | None:
    """The moment of the version the writer had before the eyes."""
    try:
        return dt.datetime.fromisoformat(request.POST.get("seen", ""))
    except ValueError:
        return None


def posted_day(request: DeskRequest, name: str) -> dt.date:
    """A day sent beside a form, today when left empty; Problem when it cannot be read."""
    try:
        day = DayField(today=request.today, required=False).clean(request.POST.get(name, ""))
    except forms.ValidationError as fault:
        raise Problem(fault.messages[0].replace("%", "%%")) from fault
    return day or request.today


def _living(request: DeskRequest, key: str, number: int) -> tuple[Register, Any]:
    found = register_of(key)
    row = record_of(found, request.post, number)
    request.post.may(f"{found.area}.edit", row.organisation).insist()
    insist_living(found, row)
    return found, row


def _with_begin(register: Register, row: Any, values: dict[str, Any]) -> dict[str, Any]:
    """A corrected first day moves the row's true time with it, as long as nothing has changed since."""
    begun = values.get(register.begins) if register.begins else None
    if begun and row.since == getattr(row, register.begins) and begun != row.since:
        return {**values, "since": begun}
    return values


def _tried(form: forms.Form, write: Any) -> Any:
    """The written row, or None with the refusal told on the form; a Conflict goes on to its own page."""
    try:
        return write()
    except Conflict as conflict:
        if conflict.template.startswith("“%(name)s”与"):
            form.add_error(None, conflict.sentence(gettext))
            return None
        raise
    except Problem as problem:
        form.add_error(None, problem.sentence(gettext))
        return None


def _form_page(
    request: DeskRequest, register: Register, form: forms.Form, heading: str, back: str, row: Any = None
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    seen = request.POST.get("seen") or (row.recorded_at.isoformat() if row is not None else "")
    context = {"register": register, "form": form, "heading": heading, "row": row, "seen": seen, "back": back}
    return render(request, "desk/registers/form.html", context, status=status)
