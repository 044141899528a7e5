"""Looking at a sheet before anything is written: upload, correct, look again, give up."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import IO

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Conflict, Problem, gettext_noop
from zhijia.kit.sheet.limits import MEGABYTE, Limits
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import KEPT_DAYS, ImportBatch
from zhijia.registers.base.imports.draft import GREEN, RED
from zhijia.registers.base.imports.judge import EMPTY, insist_on_columns, judge
from zhijia.registers.base.imports.run import Plan, Run
from zhijia.registers.base.imports.sealed import ShownRow, plan_in, put_plan, put_rows, shown_row
from zhijia.registers.base.imports.tally import Tally
from zhijia.registers.base.register import Register, register_of

MOST_MEGABYTES = 50
UPLOADED = Limits(packed=MOST_MEGABYTES * MEGABYTE)
MOST_RED, MOST_YELLOW = 60, 40
NO_BYTES = gettext_noop("文件是空的，请重新选择。")
NOT_STAGED = gettext_noop("“%(file)s”已经导入、撤回或放弃，不能再办理；需要时请重新上传。")
GONE = gettext_noop("“%(file)s”上传已超过%(days)s天，文件已删除，请重新上传。")


def stage(
    register: Register,
    *,
    file: IO[bytes],
    name: str,
    by: Post,
    at: dt.datetime,
    default: Organisation | None = None,
) -> ImportBatch:
    """Keep a sheet sealed and judge it; nothing enters the register. Problem for a file that cannot be used.

    A sheet whose columns were not recognised is kept, so that a person may show which column is which.
    """
    allow(register, by, default)
    sweep(at)
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(vault.PIECE):
        digest.update(piece)
        size += len(piece)
    if not size:
        raise Problem(NO_BYTES)
    file.seek(0)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            register=register.key, file_name=name[-200:], sha256=digest.hexdigest(), size=size, organisation=default,
            by=by, at=at,
        )  # fmt: skip
        try:
            vault.keep(batch.pk, file)
            _look(batch, Plan(), at)
        except BaseException:
            vault.forget(batch.pk)
            raise
    return batch


def look_again(
    batch: ImportBatch,
    *,
    patches: Mapping[str, Mapping[str, str]],
    mapping: Mapping[str, str],
    units: Mapping[str, str],
    at: dt.datetime,
) -> None:
    """Judge once more with further corrections; those made before stay, a later one of the same cell wins."""
    insist_staged(batch, at)
    plan = plan_in(batch)
    merged = {address: dict(cells) for address, cells in plan.patches.items()}
    for address, cells in patches.items():
        merged.setdefault(address, {}).update(cells)
    plan = dataclasses.replace(plan, patches=merged, mapping={**plan.mapping, **mapping}, units={**plan.units, **units})
    with transaction.atomic():
        _look(batch, plan, at)


def drop(batch: ImportBatch, *, at: dt.datetime) -> None:
    """Give a sheet up; its bytes are deleted."""
    insist_staged(batch, at)
    _forget(batch)


def sweep(at: dt.datetime) -> None:
    """Delete what nobody has confirmed for a week."""
    for batch in ImportBatch.objects.filter(state=ImportBatch.State.STAGED, at__lt=at - dt.timedelta(days=KEPT_DAYS)):
        _forget(batch)


def allow(register: Register, by: Post, default: Organisation | None) -> None:
    """Refused unless the post may import, and may edit this register there."""
    by.may("registers.import").insist()
    by.may(f"{register.area}.edit", default).insist()


def insist_staged(batch: ImportBatch, at: dt.datetime) -> None:
    """Conflict unless the batch still waits for its confirmation."""
    if batch.is_stale(at):
        raise Conflict(GONE, file=batch.file_name, days=KEPT_DAYS)
    if batch.state != ImportBatch.State.STAGED:
        raise Conflict(NOT_STAGED, file=batch.file_name)


def run_of(batch: ImportBatch, at: dt.datetime, plan: Plan) -> Run:
    """The run of a batch: its register, writer, default organisation and corrections."""
    return Run(register_of(batch.register), post=batch.by, at=at, default=batch.organisation, plan=plan, batch=batch.pk)


def _forget(batch: ImportBatch) -> None:
    vault.forget(batch.pk)
    batch.state, batch.plan_sealed, batch.rows_sealed = ImportBatch.State.DROPPED, "", ""
    batch.save(update_fields=["state", "plan_sealed", "rows_sealed"])


def _look(batch: ImportBatch, plan: Plan, at: dt.datetime) -> None:
    """Judge the whole file; keep the counts, what was understood, and the rows that need a look (the first ones)."""
    run, tally = run_of(batch, at, plan), Tally()
    kept: dict[str, list[ShownRow]] = {"red": [], "yellow": []}
    with vault.opened(batch.pk, batch.file_name) as path:
        for row in tally.counting(judge(run, path, UPLOADED)):
            if row.outcome != GREEN and len(kept[row.outcome]) < (MOST_RED if row.outcome == RED else MOST_YELLOW):
                kept[row.outcome].append(shown_row(run, row))
    if not any(seen.missing for seen in run.tables):
        insist_on_columns(run)
    if all(not seen.rows and not seen.missing for seen in run.tables):
        raise Problem(EMPTY)
    batch.counts = tally.as_json()
    batch.tables = [dataclasses.asdict(seen) for seen in run.tables]
    put_plan(batch, plan)
    put_rows(batch, [*kept["red"], *kept["yellow"]])
    batch.save(update_fields=["counts", "tables", "plan_sealed", "rows_sealed"])
