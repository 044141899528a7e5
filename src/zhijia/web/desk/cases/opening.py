"""Beginning a case: about which thing, and what its edition asks at the start."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.cases.actions import open_case
from zhijia.cases.editions import edition_for
from zhijia.kit.problem import Problem
from zhijia.registers.base.fields import DayField, LookupField
from zhijia.registers.base.lookups import record_line, record_named
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.web.desk.cases.forms import field_of
from zhijia.web.desk.cases.told import LONGEST_KEY, new_key
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.write import offers


class OpeningForm(forms.Form):
    """The thing, the day, and the questions of the edition."""

    use_required_attribute = False

    def __init__(self, request: DeskRequest, edition: Any, data: Any = None) -> None:
        """`?subject=` names the thing by its number in the register."""
        super().__init__(data)
        register = register_of(edition.subject)
        find = partial(record_named, register, request.post)
        self.fields["subject"] = LookupField(label=register.label, find=find, offers=offers(edition.subject))
        self.fields["subject"].widget.attrs.update(
            {"list": "lines-subject", "hx-target": "#lines-subject", "hx-params": "subject"}
        )
        number = request.GET.get("subject", "")
        if number.isascii() and number.isdigit() and len(number) < 18:
            self.initial["subject"] = record_line(record_of(register, request.post, int(number)))
        self.fields["on"] = DayField(label=_("申请日期"), today=request.today, initial=request.today.isoformat())
        self.fields.update({key: field_of(ask) for key, ask in edition.ask.items()})


@needs("cases.act")
def new(request: DeskRequest, procedure: str) -> HttpResponse:
    """Ask, then open the case and go to its page."""
    edition = edition_for(procedure, request.today)
    form = OpeningForm(request, edition, request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = {key: form.cleaned_data.get(key) for key in edition.ask}
        key = request.POST.get("key", "")[:LONGEST_KEY] or new_key()
        try:
            case = open_case(
                procedure=procedure, row=form.cleaned_data["subject"], answers=answers, by=request.post,
                on=form.cleaned_data["on"], at=request.now, key=key,
            )  # fmt: skip
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            messages.success(request, gettext("已立案：%(number)s。") % {"number": case.number})
            return redirect("case", case.pk)
    context = {"form": form, "edition": edition, "key": new_key()}
    return render(request, "desk/cases/new.html", context, status=422 if form.is_bound else 200)
