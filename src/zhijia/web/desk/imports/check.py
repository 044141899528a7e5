"""The preview: what was understood of a sheet, which rows are good, and a chance to set the others right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.registers.base.imports.queries import batch_of, unknown_units
from zhijia.registers.base.imports.sealed import plan_in, rows_in
from zhijia.registers.base.imports.staging import MOST_RED, MOST_YELLOW, look_again
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.imports.page import MAP, UNIT, changed_cells, choices_of, lines_of, posted_with


@needs("registers.import")
def batch(request: DeskRequest, number: int) -> HttpResponse:
    """One sheet: before its confirmation a preview, afterwards what became of it."""
    found = batch_of(request.post, number)
    register = register_of(found.register)
    context = {"batch": found, "register": register, "counts": found.counts}
    if found.state != found.State.STAGED:
        return render(request, "desk/imports/done.html", context)
    rows, tables = rows_in(found), found.tables
    context |= {
        "tables": tables,
        "choices": choices_of(register, tables, plan_in(found).mapping),
        "unread": all(table["missing"] for table in tables),
        "units": unknown_units(found, rows),
        "red": lines_of(register, rows, "red", sheets=len(tables)),
        "yellow": lines_of(register, rows, "yellow", sheets=len(tables)),
        "most": {"red": MOST_RED, "yellow": MOST_YELLOW},
    }
    return render(request, "desk/imports/check.html", context)


@needs("registers.import")
@require_POST
def check(request: DeskRequest, number: int) -> HttpResponse:
    """Take the corrections and judge the whole sheet again."""
    found = batch_of(request.post, number)
    posted = {name: str(value) for name, value in request.POST.items()}
    before = plan_in(found)
    mapping = {key: text for key, text in posted_with(posted, MAP).items() if text != before.mapping.get(key, "")}
    units = {text: code for text, code in posted_with(posted, UNIT).items() if code}
    patches = changed_cells(posted, rows_in(found))
    if not (mapping or units or patches):
        messages.info(request, gettext("没有改动，结果不变。"))
        return redirect("import", number)
    look_again(found, patches=patches, mapping=mapping, units=units, at=request.now)
    messages.success(request, gettext("已按改动重新检查，还没有入库。"))
    return redirect("import", number)
