"""Many rows at once (批量修改): choose column and value, look at the preview, confirm. Saved views live beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.registers.base.batch_edit import preview_of, safe_columns, set_many
from zhijia.registers.base.register import Register, register_of
from zhijia.registers.base.saved import forget_view, save_view
from zhijia.schemes.catalogue import catalogue
from zhijia.web.desk.gate import DeskRequest, needs


@needs("desk.view")
@require_POST
def bulk(request: DeskRequest, key: str) -> HttpResponse:
    """First the choice, then the preview, then the writing."""
    found = register_of(key)
    request.post.may(f"{found.area}.edit").insist()
    numbers = [
        int(text) for text in request.POST.getlist("row") if text.isascii() and text.isdigit() and len(text) < 19
    ]
    name, _, value = request.POST.get("set", "").partition("=")
    preview = None
    if name:
        preview = preview_of(found, post=request.post, numbers=numbers, name=name, value=value)
        if request.POST.get("confirm") == "1":
            count = set_many(found, numbers=numbers, name=name, value=value, by=request.post, at=request.now)
            messages.success(request, gettext("已修改%(count)s条。") % {"count": count})
            return redirect(f"{reverse('register', args=[key])}?{request.POST.get('back', '')}")
    context = {
        "register": found, "numbers": numbers, "preview": preview, "set": request.POST.get("set", ""),
        "back": request.POST.get("back", ""), "choices": choices_of(found),
        "lines": [(row, found.title(row), words) for row, words in preview.differing] if preview else (),
    }  # fmt: skip
    return render(request, "desk/registers/bulk.html", context)


def choices_of(register: Register) -> list[tuple[str, list[tuple[str, str]]]]:
    """Columns with the values they may be set to, as `column=value`."""
    found = []
    for column in safe_columns(register):
        pairs = (
            catalogue().codes[column.codes].options() if column.codes else [("1", gettext("是")), ("0", gettext("否"))]
        )
        found.append((str(register.label_of(column)), [(f"{column.name}={code}", label) for code, label in pairs]))
    return found


@needs("desk.view")
@require_POST
def views(request: DeskRequest, key: str) -> HttpResponse:
    """Keep the present address under a name, or forget one of one's own."""
    found = register_of(key)
    request.post.may(f"{found.area}.view").insist()
    number = request.POST.get("number", "")
    if number.isascii() and number.isdigit():
        forget_view(post=request.post, number=int(number))
        messages.success(request, gettext("已删除常用查询。"))
        return redirect("register", key)
    name, address = request.POST.get("name", ""), request.POST.get("address", "")
    save_view(post=request.post, register=key, name=name, address=address, at=request.now)
    messages.success(request, gettext("已保存常用查询。"))
    return redirect(f"{reverse('register', args=[key])}?{address}")
