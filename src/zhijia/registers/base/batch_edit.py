"""Setting one safe column for many rows at once (批量修改): looked at first, then written row by row with its history."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from zhijia.accounts.models import Post
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.registers.base.actions import correct_fact
from zhijia.registers.base.queries import rows_for
from zhijia.registers.base.register import Column, Register
from zhijia.registers.base.show import shown_value
from zhijia.schemes.catalogue import catalogue

MOST = 500
NOT_SAFE = gettext_noop("“%(name)s”不能批量修改；可以批量修改的栏目：%(known)s。")
NO_ROWS = gettext_noop("请先在列表中勾选要修改的记录。")
TOO_MANY = gettext_noop("一次最多修改%(most)s条，您选了%(count)s条，请分批办理。")
NOT_ALL = gettext_noop("所选记录中有的已变动或不在您的管理范围内，请刷新列表后重新选择。")
BAD_VALUE = gettext_noop("“%(label)s”没有“%(value)s”这一项，请从下拉列表中选择。")


@dataclass(frozen=True)
class Preview:
    """What would be written: rows that differ with their present value in words, and how many are so already."""

    column: Column
    value: Any
    words: str
    differing: Sequence[tuple[Any, str]]
    same: int


def safe_columns(register: Register) -> list[Column]:
    """The columns that may be set for many rows at once."""
    return [register.column(name) for name in register.bulk]


def preview_of(register: Register, *, post: Post, numbers: Sequence[int], name: str, value: str) -> Preview:
    """Look before writing; Problem for an unsafe column, an unknown value, rows out of scope."""
    column = _safe(register, name)
    wanted = _value(register, column, value)
    rows = _rows(register, post, numbers)
    differing = [row for row in rows if getattr(row, name) != wanted]
    told = [(row, shown_value(register, name, getattr(row, name))) for row in differing]
    return Preview(column, wanted, shown_value(register, name, wanted), told, len(rows) - len(differing))


@transaction.atomic
def set_many(
    register: Register, *, numbers: Sequence[int], name: str, value: str, by: Post, at: dt.datetime
) -> int:  # fmt: skip
    """Correct the column of each row that differs, all or none; returns how many. Each leaves its own journal line."""
    preview = preview_of(register, post=by, numbers=numbers, name=name, value=value)
    for row, _ in preview.differing:
        correct_fact(register, row=row, values={name: preview.value}, by=by, at=at)
    return len(preview.differing)


def _safe(register: Register, name: str) -> Column:
    if name not in register.bulk:
        known = "、".join(str(register.label_of(column)) for column in safe_columns(register))
        raise Problem(NOT_SAFE, name=name, known=known)
    return register.column(name)


def _value(register: Register, column: Column, value: str) -> Any:
    if column.kind == "flag" and value in ("0", "1"):
        return value == "1"
    if column.codes and value in catalogue().codes[column.codes].entries:
        return value
    raise Problem(BAD_VALUE, label=register.label_of(column), value=value)


def _rows(register: Register, post: Post, numbers: Sequence[int]) -> list[Any]:
    wanted = set(numbers)
    if not wanted:
        raise Problem(NO_ROWS)
    if len(wanted) > MOST:
        raise Problem(TOO_MANY, most=MOST, count=len(wanted))
    found = list(rows_for(register, post).filter(pk__in=wanted).select_related(*register.related))
    if len(found) != len(wanted):
        raise Problem(NOT_ALL)
    for row in found:
        post.may(f"{register.area}.edit", row.organisation).insist()
    return found
