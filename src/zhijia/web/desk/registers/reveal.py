"""A personal number in full, once, for a stated purpose."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from zhijia.kit.problem import NotFound, gettext_noop
from zhijia.registers.base.queries import record_of
from zhijia.registers.base.register import register_of
from zhijia.registers.base.reveal import reveal_value
from zhijia.web.desk.gate import DeskRequest, needs

NOT_HIDDEN = gettext_noop("没有遮蔽显示的栏目“%(name)s”。")


@needs("desk.view")
@never_cache
def reveal(request: DeskRequest, key: str, number: int, name: str) -> HttpResponse:
    """Ask for the purpose, then show the value in the answer to that very post; leaving the page hides it again."""
    found = register_of(key)
    row = record_of(found, request.post, number)
    column = next((each for each in found.columns if each.name == name and each.reveal), None)
    if column is None:
        raise NotFound(NOT_HIDDEN, name=name)
    request.post.may(f"{found.area}.reveal", row.organisation).insist()
    value = ""
    if request.method == "POST":
        purpose = request.POST.get("purpose", "")
        value = reveal_value(found, row=row, column=column, purpose=purpose, by=request.post, at=request.now)
    context = {
        "register": found, "row": row, "title": found.title(row), "column": column,
        "label": found.label_of(column), "value": value,
    }  # fmt: skip
    return render(request, "desk/registers/reveal.html", context)
