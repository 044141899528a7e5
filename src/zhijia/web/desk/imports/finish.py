"""Confirming a sheet, watching it being written, taking it back, giving it up."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhijia.registers.base.imports.commit import commit
from zhijia.registers.base.imports.queries import batch_of, progress
from zhijia.registers.base.imports.staging import drop
from zhijia.registers.base.imports.undo import undo
from zhijia.web.desk.gate import DeskRequest, needs


@needs("registers.import")
@require_POST
def commit_batch(request: DeskRequest, number: int) -> HttpResponse:
    """Write the good rows, all or none."""
    done = commit(batch_of(request.post, number), by=request.post, at=request.now)
    messages.success(request, gettext("已导入%(rows)s行。") % {"rows": done.counts["accepted"]})
    return redirect("import", number)


@needs("registers.import")
def progress_of_batch(request: DeskRequest, number: int) -> HttpResponse:
    """How far a running commit is."""
    done, whole = progress(batch_of(request.post, number))
    return JsonResponse({"done": done, "whole": whole})


@needs("registers.import")
@require_POST
def undo_batch(request: DeskRequest, number: int) -> HttpResponse:
    """Void what the batch brought, as far as nothing has happened to it since."""
    undone = undo(batch_of(request.post, number), by=request.post, at=request.now)
    messages.success(request, gettext("已撤回%(rows)s行。") % {"rows": undone.count})
    if undone.left:
        words = {"rows": undone.left, "names": "、".join(undone.names)}
        messages.warning(request, gettext("有%(rows)s行导入后又有变动或被引用，没有撤回：%(names)s。") % words)
    return redirect("import", number)


@needs("registers.import")
@require_POST
def drop_batch(request: DeskRequest, number: int) -> HttpResponse:
    """Give the sheet up; nothing was written."""
    drop(batch_of(request.post, number), at=request.now)
    messages.info(request, gettext("已放弃，文件已删除，没有任何改动。"))
    return redirect("imports")
