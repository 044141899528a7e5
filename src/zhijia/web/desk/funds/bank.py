"""The bank's file out, with a line in the journal; the bank's answer in."""

import tempfile
from pathlib import Path
from typing import IO

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from zhijia.kit.money import format_yuan
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.kit.sheet import Frame, neutralise, write_table
from zhijia.kit.sheet.refusals import too_large
from zhijia.ledger.actions import record_results, tell_bank_file
from zhijia.ledger.bank import OUT, bank_rows, bank_title, read_results
from zhijia.ledger.queries.batches import batch_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.imports.upload_handler import MemoryUpload
from zhijia.web.desk.sheets import text_file, workbook_file

NO_FORM = gettext_noop("只有 xlsx 和 csv 两种格式。")
NO_FILE = gettext_noop("请先选择银行的结果文件。")
MOST_MB = 10


@needs("payments.send")
@require_POST
def bank_file(request: DeskRequest, number: int, form: str) -> HttpResponseBase:
    """Accounts in full, so only for those who send, and told in the journal before the first byte leaves."""
    if form not in ("xlsx", "csv"):
        raise NotFound(NO_FORM)
    sheet = batch_of(request.post, number)
    rows = list(bank_rows(sheet))
    tell_bank_file(sheet=sheet, rows=len(rows), by=request.post, at=request.now)
    name = f"{sheet.number}.{form}"
    if form == "csv":
        told = ([*row[:4], format_yuan(int(str(row[4]))).replace(",", ""), row[5]] for row in rows)
        cells = ([neutralise(cell) for cell in line] for line in told)
        return text_file([column.label for column in OUT], cells, name)
    target: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    frame = Frame(reporter=str(sheet.organisation), as_of=request.today.isoformat(), unit="元", signed=True)
    write_table(target, bank_title(sheet), OUT, rows, frame)
    return workbook_file(target, name)


@needs("payments.send")
@csrf_exempt
@require_POST
def results(request: DeskRequest, number: int) -> HttpResponse:
    """Receive the answer into memory; the token is checked as soon as the form has been read."""
    handler = MemoryUpload(request)
    request.upload_handlers = [handler]
    return _results(request, number, handler)


@csrf_protect
def _results(request: DeskRequest, number: int, handler: MemoryUpload) -> HttpResponse:
    file = request.FILES.get("file")
    if handler.too_large or (file is not None and file.size and file.size > MOST_MB * 1024 * 1024):
        raise too_large(f"{MOST_MB} MB")
    if file is None or file.file is None:
        raise Problem(NO_FILE)
    sheet = batch_of(request.post, number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results"
        path.write_bytes(file.file.read())
        found = read_results(path, sheet, request.today)
    record_results(sheet=sheet, results=found, by=request.post, at=request.now)
    return redirect("batch", sheet.pk)
