"""Importing a file that lies on this machine, without a page: for the command."""

import datetime as dt
import hashlib
from pathlib import Path

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.sheet.opening import open_sheets
from zhijia.orgs.models import Organisation
from zhijia.registers.base.imports import vault
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.commit import Watch, write_sheet
from zhijia.registers.base.imports.judge import insist_on_columns, judge
from zhijia.registers.base.imports.run import Run
from zhijia.registers.base.imports.staging import allow
from zhijia.registers.base.imports.tally import Tally
from zhijia.registers.base.register import Register
from zhijia.registers.base.unhurried import unhurried


def look_at(
    register: Register, path: Path, *, by: Post | None, at: dt.datetime, default: Organisation | None, watch: Watch
) -> Tally:
    """A dry run: every verdict goes to `watch`, nothing is written. A file that is refused costs nothing else."""
    _allow(register, by, default)
    opened = open_sheets(path)
    run, tally = Run(register, post=by, at=at, default=default), Tally()
    with unhurried():
        for row in tally.counting(judge(run, opened)):
            watch(row)
    insist_on_columns(run)
    return tally


def import_file(
    register: Register, path: Path, *, by: Post | None, at: dt.datetime, default: Organisation | None, watch: Watch
) -> Tally:
    """The real run: all accepted rows or, when it is refused or killed, none. Leaves a batch that can be undone."""
    _allow(register, by, default)
    opened = open_sheets(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            register=register.key, file_name=path.name[-200:], sha256=digest, size=path.stat().st_size,
            organisation=default, by=by, at=at,
        )  # fmt: skip
        try:
            tally = write_sheet(
                Run(register, post=by, at=at, default=default, batch=batch.pk), batch, opened, watch=watch
            )
        finally:
            vault.forget(batch.pk)
        batch.save()
    return tally


def _allow(register: Register, by: Post | None, default: Organisation | None) -> None:
    if by is not None:
        allow(register, by, default)
