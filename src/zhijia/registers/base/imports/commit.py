"""Writing what a sheet brings: one transaction, so that a run that is killed has written nothing."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.kit.sheet.limits import DEFAULT, Limits
from zhijia.kit.sheet.opening import Opened
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.draft import Draft, Judged
from zhijia.registers.base.imports.judge import insist_on_columns, judge
from zhijia.registers.base.imports.run import Run
from zhijia.registers.base.imports.sealed import plan_in
from zhijia.registers.base.imports.staging import UPLOADED, allow, insist_staged, run_of
from zhijia.registers.base.imports.tally import Tally
from zhijia.registers.base.unhurried import unhurried

NOTHING_GOOD = gettext_noop("“%(file)s”中没有可以导入的行，请先改正标红的行。")
Watch = Callable[[Judged], None]


def commit(batch: ImportBatch, *, by: Post, at: dt.datetime) -> ImportBatch:
    """Write the accepted rows of a staged batch. Conflict when it was written, undone or given up before."""
    with transaction.atomic():
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        insist_staged(held, at)
        run = run_of(held, at, plan_in(held))
        allow(run.register, by, held.organisation)
        with vault.opened(held.pk, held.file_name) as path:
            tally = write_sheet(run, held, path, UPLOADED)
        if not tally.accepted:
            raise Conflict(NOTHING_GOOD, file=held.file_name)
        held.plan_sealed = ""
        held.save()
        transaction.on_commit(lambda: vault.forget(held.pk))
    return held


def write_sheet(
    run: Run, batch: ImportBatch, file: Path | Opened, limits: Limits = DEFAULT, watch: Watch = lambda row: None
) -> Tally:
    """Judge and write in one go, inside the caller's transaction; `watch` sees every verdict. The batch is filled in."""
    tally, done = Tally(), 0

    def accepted() -> Iterator[Draft]:
        for row in tally.counting(judge(run, file, limits)):
            watch(row)
            if row.accepted:
                yield row.draft

    def written(rows: int) -> None:
        nonlocal done
        done += rows
        vault.note_progress(batch.pk, done)

    with unhurried():
        run.importing.write(run, accepted(), written)
    insist_on_columns(run)
    batch.state, batch.committed_at = ImportBatch.State.COMMITTED, run.at
    batch.counts, batch.made = tally.as_json(), run.made
    record(
        kind="import.committed", by=run.post, at=run.at, subject=run.register.key, subject_id=batch.pk,
        organisation=run.post.organisation_id if run.post else None,
        detail={"register": run.register.label, "accepted": tally.accepted, "rejected": tally.total - tally.accepted,
                "file": batch.file_name},
    )  # fmt: skip
    return tally
