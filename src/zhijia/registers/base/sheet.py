"""A register as a sheet: its columns in the kit's terms, and its rows as cells for export."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.journal.actions import record
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.columns import Column as SheetColumn
from zhijia.kit.sheet.columns import Kind
from zhijia.registers.base.register import Column, Register
from zhijia.registers.base.show import column_value, shown

NO_PURPOSE = gettext_noop("导出完整证件号码需要写明用途。")
KINDS: dict[str, Kind] = {"date": "date", "number": "number", "money": "money", "masked": "code", "flag": "yes-no"}
WIDTHS = {"masked": 22, "organisation": 24, "link": 28, "date": 12, "number": 10, "money": 14, "flag": 8, "long": 24}
CODE_LIKE = ("uscc", "code", "phone", "contact_phone", "card_no")


def sheet_columns(register: Register, columns: Sequence[Column]) -> list[SheetColumn]:
    """The same columns as on screen, with the width and kind a sheet needs."""
    return [
        SheetColumn(
            key=column.name,
            label=str(register.label_of(column)),
            kind="code" if column.name in CODE_LIKE else KINDS.get(column.kind, "text"),
            width=WIDTHS.get(column.kind, 28 if column.name == "name" else 14),
        )
        for column in columns
    ]


def sheet_rows(columns: Sequence[Column], rows: Iterable[Any], *, full: bool = False) -> Iterator[list[object]]:
    """Rows as cells: dates and numbers as such, everything else in words; personal numbers masked unless `full`."""
    makers = [_maker(column, full) for column in columns]
    for row in rows:
        yield [make(row) for make in makers]


def _maker(column: Column, full: bool) -> Callable[[Any], object]:
    if full and column.reveal:
        return lambda row: getattr(row, column.reveal)
    if column.kind in ("date", "number", "money"):
        return lambda row: column_value(row, column)
    return lambda row: shown(row, column)


@transaction.atomic
def allow_export(register: Register, *, post: Post, at: dt.datetime, count: int, purpose: str, full: bool) -> None:
    """Check the right, ask for a purpose where numbers are written in full, and leave the line in the journal.

    Called before the first byte leaves the house. Refused without the right, Problem without a purpose.
    """
    post.may("registers.export").insist()
    post.may(f"{register.area}.view").insist()
    purpose = purpose.strip()
    if full:
        post.may(f"{register.area}.reveal").insist()
        if not purpose:
            raise Problem(NO_PURPOSE)
    detail = {"register": register.label, "rows": count, "purpose": purpose[:200] or "—"}
    record(
        kind="register.exported", by=post, at=at, organisation=post.organisation_id, subject=register.key, detail=detail
    )
