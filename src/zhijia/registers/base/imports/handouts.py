"""Workbooks handed out: the empty template of a register, and the rows that were sent back with their reasons."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from zhijia.kit.sheet.template import write_template
from zhijia.kit.sheet.writing import write_errors
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.cells import is_blank, shown
from zhijia.registers.base.imports.importing import importing_of
from zhijia.registers.base.imports.judge import judge
from zhijia.registers.base.imports.run import Run
from zhijia.registers.base.imports.sealed import plan_in
from zhijia.registers.base.imports.staging import UPLOADED, insist_staged, run_of
from zhijia.registers.base.register import Register

VERSION = 1


def template(register: Register, target: IO[bytes]) -> None:
    """The form with drop-downs; columns that follow from others are left out."""
    importing = importing_of(register)
    columns = [each.sheet for each in importing.wanted(register) if each.key not in importing.derived]
    title = f"{register.label}导入表"
    write_template(target, title, columns, template_id=f"{register.key}:{VERSION}", notes=importing.notes)


def rejected_workbook(batch: ImportBatch, target: IO[bytes], *, at: dt.datetime) -> int:
    """The red rows of a staged batch as they were sent, with 错误说明; returns how many."""
    insist_staged(batch, at)
    run = run_of(batch, at, plan_in(batch))
    columns = [each.sheet for each in run.wanted if each.key not in run.importing.derived]
    with vault.opened(batch.pk, batch.file_name) as path:
        rows = ((cells, reason) for cells, reason in _rejected(run, path, [column.key for column in columns]))
        return write_errors(target, f"{run.register.label}退回行", columns, rows)


def _rejected(run: Run, path: Path, keys: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    for row in judge(run, path, UPLOADED):
        if not row.accepted:
            cells = [_text(row.draft.cells.get(key), row.draft.placed if key == "organisation" else "") for key in keys]
            yield cells, "".join(each.problem.sentence() for each in row.draft.faults)


def _text(cell: object, otherwise: str) -> str:
    return otherwise if is_blank(cell) and otherwise else shown(cell)
