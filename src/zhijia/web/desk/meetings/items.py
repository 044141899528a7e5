"""Taking up an item of a meeting, inspection, co-building or list."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.registers.base.forms import FactForm
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.organising.following import take_up
from zhijia.registers.organising.followups import FOLLOWUPS, ORIGINS
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.registers.record import insist_living
from zhijia.web.desk.registers.write import offers

NO_ITEMS = gettext_noop("“%(register)s”没有落实事项，请从会议、检查监督、党工共建或整改清单登记。")
SOURCES = {f"organising.{origin}": origin for origin in ORIGINS}


@needs("followups.edit")
def take_up_item(request: DeskRequest, key: str, number: int) -> HttpResponse:
    """The form of a new item under its source; a saved one returns to the source."""
    found = register_of(key)
    if key not in SOURCES:
        raise NotFound(NO_ITEMS, register=found.label)
    source = record_of(found, request.post, number)
    insist_living(found, source)
    register, back = _without_links(key), reverse("record", args=[key, source.pk])
    form = FactForm(register, request.post, request.today, offers, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_up(source=source, origin=SOURCES[key], values=form.values(), by=request.post, at=request.now)
        except Problem as problem:
            form.add_error(None, problem.sentence(gettext))
        else:
            messages.success(request, gettext("已登记，到期前会出现在工作台和工作日历里。"))
            return redirect(back)
    heading = gettext("登记“%(name)s”的落实事项") % {"name": found.title(source)}
    context = {"register": FOLLOWUPS, "form": form, "heading": heading, "row": None, "seen": "", "back": back}
    return render(request, "desk/registers/form.html", context, status=422 if form.is_bound else 200)


def _without_links(key: str) -> Register:
    """The form without the links, of which the page sets one; the category is for lists of problems only."""
    left_out = ORIGINS if SOURCES[key] == "rectification" else (*ORIGINS, "category")
    return replace(FOLLOWUPS, columns=tuple(column for column in FOLLOWUPS.columns if column.name not in left_out))
