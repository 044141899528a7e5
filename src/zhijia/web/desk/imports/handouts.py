"""Workbooks to take away: the empty form of a register, and the rows that were sent back."""

import tempfile
from typing import IO

from django.http import HttpResponseBase
from django.utils.translation import gettext

from zhijia.registers.base.imports.handouts import rejected_workbook, template
from zhijia.registers.base.imports.queries import batch_of
from zhijia.registers.base.imports.vault import in_memory
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.sheets import workbook_file


@needs("registers.import")
def empty_form(request: DeskRequest, key: str) -> HttpResponseBase:
    """The template with drop-downs and a grey sample row."""
    register = register_of(key)
    request.post.may(f"{register.area}.edit").insist()
    target: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    template(register, target)
    return workbook_file(target, gettext("%(name)s导入表.xlsx") % {"name": register.label})


@needs("registers.import")
def rejected(request: DeskRequest, number: int) -> HttpResponseBase:
    """Only the red rows, each with its reason; they hold personal numbers, so they stay in memory."""
    batch = batch_of(request.post, number)
    target = in_memory()
    rejected_workbook(batch, target, at=request.now)
    stem = batch.file_name.rpartition(".")[0] or batch.file_name
    return workbook_file(target, gettext("%(name)s-退回行.xlsx") % {"name": stem})
