"""Taking a batch back: its facts are voided as far as nothing has happened to them since."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import entry_of, record
from zhijia.journal.models import Entry
from zhijia.kit.problem import Conflict, gettext_noop
from zhijia.registers.base.bulk import ROWS_PER_BATCH
from zhijia.registers.base.imports.batches import ImportBatch
from zhijia.registers.base.imports.importing import importing_of
from zhijia.registers.base.models import LIVING
from zhijia.registers.base.register import Register, kept_registers, register_of

NOT_COMMITTED = gettext_noop("“%(file)s”没有导入或已经撤回，不能再撤回。")
REASON = gettext_noop("撤回导入")
NAMED = 20


@dataclass(frozen=True)
class Undone:
    """How many were taken back, and the names of the first that could not be."""

    count: int
    left: int
    names: Sequence[str]


@transaction.atomic
def undo(batch: ImportBatch, *, by: Post | None, at: dt.datetime) -> Undone:
    """Void all facts of the batch that nobody has changed and nothing hangs on; Conflict when it is not committed."""
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if held.state != ImportBatch.State.COMMITTED:
        raise Conflict(NOT_COMMITTED, file=held.file_name)
    register = register_of(held.register)
    count, left, names = 0, 0, list[str]()
    for other in _in_order(register):
        done, stuck, named = _void(other, held, by, at)
        count, left, names = count + done, left + stuck, [*names, *named]
    more = importing_of(register).undo_more(held.made, by, at)
    held.state, held.undone_at = ImportBatch.State.UNDONE, at
    held.rows_sealed = ""
    held.counts = {**held.counts, "undone": count, "left": left + len(more), "left_names": [*names, *more][:NAMED]}
    held.save()
    record(
        kind="import.undone", by=by, at=at, subject=register.key, subject_id=held.pk,
        organisation=by.organisation_id if by else None,
        detail={"register": register.label, "rows": count, "file": held.file_name},
    )  # fmt: skip
    return Undone(count, left + len(more), [*names, *more][:NAMED])


def _in_order(register: Register) -> list[Register]:
    """The register itself last: what an import wrote into others beside it hangs on its rows."""
    return [*(other for other in kept_registers() if other is not register), register]


def _void(register: Register, batch: ImportBatch, by: Post | None, at: dt.datetime) -> tuple[int, int, list[str]]:
    rows = register.model._default_manager.filter(LIVING, batch=batch.pk)
    free = rows.filter(recorded_at=batch.committed_at or at)
    for key, field, _ in register.links:
        other = register_of(key).model._default_manager.filter(LIVING, **{f"{field}__isnull": False})
        free = free.exclude(pk__in=other.values(field))
    label, numbers = str(register.label), []
    stream = iter(list(free.order_by("pk").values_list("pk", flat=True)))
    while part := list(islice(stream, ROWS_PER_BATCH)):
        facts = list(register.model._default_manager.filter(pk__in=part).select_related(*register.related))
        for fact in facts:
            _insist(register, fact, by)
        register.model._default_manager.filter(pk__in=part).update(known_until=at)
        Entry.objects.bulk_create(_line(register, label, fact, by, at) for fact in facts)
        numbers += part
    stuck = rows.exclude(pk__in=free.values("pk"))
    return len(numbers), stuck.count(), [register.title(row) for row in stuck.select_related(*register.related)[:NAMED]]


def _insist(register: Register, fact: Any, by: Post | None) -> None:
    if by is not None:
        by.may(f"{register.area}.edit", fact.organisation).insist()


def _line(register: Register, label: str, fact: Any, by: Post | None, at: dt.datetime) -> Entry:
    return entry_of(
        kind="fact.voided", by=by, at=at, organisation=fact.organisation_id, subject=register.key,
        subject_id=fact.pk, detail={"register": label, "name": register.title(fact), "reason": REASON},
    )  # fmt: skip
